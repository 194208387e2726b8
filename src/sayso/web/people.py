"""Who is at the desk, and what they may do: the owner of the machine, or users with passwords."""

import base64
import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request, cookie_parser

from sayso.errors import UsageError
from sayso.web.networks import LOOPBACK_NETWORKS, Network, is_within

COOKIE = "sayso_desk"
_SESSION_S = 12 * 3600
# RFC 7914's recommendation for interactive use, doubled in memory: about a tenth of a second and 32 MB.
_COST = {"n": 2**15, "r": 8, "p": 1}
_MEMORY = 64 * 2**20


class Role(StrEnum):
    """What somebody may do."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    ADMIN = "admin"


ROLES: Mapping[Role, str] = {
    Role.VIEWER: "looks at everything",
    Role.REVIEWER: "decides about claims and incidents, and undoes their own decisions",
    Role.ADMIN: "does all that, and undoes the decisions of others",
}
"""Every role with its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody at the desk."""

    name: str
    role: Role

    @property
    def decides(self) -> bool:
        """Whether they may decide about claims and incidents."""
        return self.role is not Role.VIEWER


def deciding(request: Request) -> Person:
    """Who is asking, if they may decide; 403 for anybody else."""
    person: Person | None = request.scope["state"]["person"]
    if person is None or not person.decides:
        raise HTTPException(403, "a viewer cannot do that; ask for the role of a reviewer")
    return person


class Door(Protocol):
    """How the desk knows who is asking."""

    @property
    def logs_in(self) -> bool:
        """Whether there is a page to give a name and password on."""
        ...

    def person(self, headers: Headers, peer: str | None) -> Person | None:
        """Who is asking from the address `peer`; None where that is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Alone:
    """The desk on one's own machine: whoever reaches it is its owner."""

    name: str
    logs_in: bool = False

    def person(self, headers: Headers, peer: str | None) -> Person:  # noqa: ARG002 - the same for everybody
        """The owner."""
        return Person(name=self.name, role=Role.ADMIN)


@dataclass(frozen=True, slots=True)
class BehindProxy:
    """The desk behind a reverse proxy that has asked for a password and says who it was in a header.

    The header is believed from the proxy's own addresses alone; from anywhere else it could be anybody's.
    """

    header: str
    trusted: tuple[Network, ...] = LOOPBACK_NETWORKS
    """The addresses that the proxy speaks from."""
    role: Role = Role.REVIEWER
    logs_in: bool = False

    def person(self, headers: Headers, peer: str | None) -> Person | None:
        """Whom the proxy names; nobody where another than the proxy asks, or it names two."""
        named = headers.getlist(self.header)
        if not is_within(peer, self.trusted) or len(named) != 1:
            return None
        name = named[0].strip()
        return Person(name=name, role=self.role) if name and name.isprintable() else None


class Users:
    """People with names, roles and hashed passwords in a file that only its owner can read."""

    logs_in = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._secret = secrets.token_bytes(32)
        self._users = _read(path)

    def person(self, headers: Headers, peer: str | None) -> Person | None:  # noqa: ARG002 - from anywhere
        """Whom the session cookie names, where it is one of ours and not too old."""
        token = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        payload, _, mark = token.partition(".")
        # As bytes: of words, only ASCII can be compared, and a cookie may hold any.
        if not hmac.compare_digest(self._mark(payload).encode("ascii"), mark.encode("utf-8")):
            return None
        name, _, until = _decoded(payload).rpartition("\n")
        known = self._users.get(name)
        return Person(name=name, role=Role(known["role"])) if known and float(until) > time.time() else None

    def session(self, name: str, password: str) -> str | None:
        """A session for somebody who gives the right password; None for anybody else."""
        known = self._users.get(name, _NOBODY)
        if not _matches(password, known["hash"]) or known is _NOBODY:
            return None
        payload = base64.urlsafe_b64encode(f"{name}\n{time.time() + _SESSION_S}".encode()).decode("ascii")
        return f"{payload}.{self._mark(payload)}"

    def _mark(self, payload: str) -> str:
        return hmac.new(self._secret, payload.encode("utf-8"), hashlib.sha256).hexdigest()


def add_user(path: Path, *, name: str, password: str, role: Role) -> None:
    """Write a user into the file at `path`, in place of one of that name. Raises `UsageError`."""
    if not name.strip() or "\n" in name:
        raise UsageError("a user needs a name")
    if len(password) < _SHORTEST:
        raise UsageError(f"a password needs at least {_SHORTEST} characters")
    users = dict(_read(path)) if path.exists() else {}
    users[name] = {"role": role.value, "hash": _hashed(password)}
    written = json.dumps(users, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(written)


_SHORTEST = 10


def _read(path: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        users: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        for user in users.values():
            Role(user["role"])
            user["hash"].split("$")
    except OSError as error:
        raise UsageError(
            f"no users at {path}; `sayso serve --users {path} --add-user NAME` makes one"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is no file of users: {error}") from error
    return users


def _hashed(password: str, salt: bytes | None = None) -> str:
    salt = salt or secrets.token_bytes(16)
    key = hashlib.scrypt(password.encode("utf-8"), salt=salt, maxmem=_MEMORY, **_COST)
    return f"scrypt${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"


def _matches(password: str, kept: str) -> bool:
    _, salt, _ = kept.split("$")
    return hmac.compare_digest(_hashed(password, base64.b64decode(salt)), kept)


# Checked for names that are not there, so that these take as long as wrong passwords.
_NOBODY: Mapping[str, str] = {
    "role": "viewer",
    "hash": f"scrypt${base64.b64encode(bytes(16)).decode()}${base64.b64encode(bytes(64)).decode()}",
}


def _decoded(payload: str) -> str:
    return base64.urlsafe_b64decode(payload.encode("ascii")).decode("utf-8")
