"""`sayso serve`: the desk, a local web app over a ledger."""

import ipaddress
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.commands.demo import read_demo
from sayso.cli.examples import Example
from sayso.cli.grouped import By, author, bring_up_to_date
from sayso.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    from sayso.web import Command, Door

EXAMPLES = (
    Example("sayso serve", "the ledger of this folder, at http://127.0.0.1:8321/"),
    Example("sayso serve --demo", "the bundled dispatches about an invented war"),
    Example("sayso serve --users users.json --add-user mira --role reviewer", "give somebody a password"),
    Example(
        "sayso serve --host 0.0.0.0 --name desk.example.org --users users.json",
        "for others too, with names and passwords",
    ),
)
_LOOPBACK = "127.0.0.1"


def serve(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    port: Annotated[
        int, typer.Option(metavar="PORT", min=1, max=65535, help="The port to listen on.")
    ] = 8321,
    demo: Annotated[
        bool, typer.Option("--demo", help="Serve the bundled dispatches, in a ledger that is not kept.")
    ] = False,
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="The address to listen on; others than 127.0.0.1 need users."),
    ] = _LOOPBACK,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="HOST", help="A host name that browsers reach the desk by. May be repeated."
        ),
    ] = None,
    by: By = None,
    tiles: Annotated[
        Path | None,
        typer.Option(
            "--tiles", metavar="FILE", help="A PMTiles file with street detail for the maps.", dir_okay=False
        ),
    ] = None,
    users: Annotated[
        Path | None,
        typer.Option(
            "--users", metavar="FILE", help="A file of users with hashed passwords.", dir_okay=False
        ),
    ] = None,
    add_user: Annotated[
        str | None,
        typer.Option(
            "--add-user", metavar="NAME", help="Add this user to the file, ask for a password, and stop."
        ),
    ] = None,
    role: Annotated[
        str,
        typer.Option(metavar="ROLE", help="The role of the user to add: viewer, reviewer or admin."),
    ] = "reviewer",
    proxy_header: Annotated[
        str | None,
        typer.Option(
            "--proxy-header",
            metavar="NAME",
            help="Believe this header of a reverse proxy on who asks.",
        ),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="An address or network that the proxy speaks from. May be repeated. (default: this machine)",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Serve a ledger to your browser: incidents, toll ladders, reports with their claims, review, an API."""
    try:
        import uvicorn

        from sayso.web import LOOPBACK, Tiles, desk
    except ImportError as error:
        raise MissingExtra(extra="web", what="`sayso serve`") from error
    from sayso.ledger import Ledger

    if add_user is not None:
        _add_user(users, add_user, role)
        return
    door = _door(host, users, proxy_header, proxy, author(by))
    streets = Tiles.of(tiles) if tiles is not None else None
    hosts = (*LOOPBACK, *(name or ()), *([host] if not _is_any(host) else []))
    with ExitStack() as stack:
        if demo:
            ledger = Path(stack.enter_context(tempfile.TemporaryDirectory()), "demo.sqlite")
            read_demo(ledger)
        opened = stack.enter_context(Ledger.open(ledger, create=False))
        bring_up_to_date(opened)
        screen.message(f"the desk is at http://{(name or [host])[0]}:{port}/ (Ctrl-C stops it)")
        uvicorn.run(
            desk(opened, hosts=hosts, door=door, tiles=streets, ingesting=_ingesting(ledger)),
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            # Whether a proxy may speak for others hangs on where a connection really comes from.
            proxy_headers=False,
        )


def _ingesting(ledger: "os.PathLike[str]") -> "Command":
    """The command that reads into a ledger, in this same installation."""
    from sayso.web import Command

    words = (sys.executable, "-c", "from sayso.cli import main; main()", "ingest")
    return Command(words=words, environment={"SAYSO_LEDGER": os.fspath(ledger)})


def _door(
    host: str, users: Path | None, proxy_header: str | None, proxy: list[str] | None, owner: str
) -> "Door":
    """Who is let in: users of a file, whom a proxy names, or the owner of this machine alone."""
    from sayso.web import Alone, BehindProxy, Users, networks

    if users is not None and proxy_header is not None:
        raise UsageError("either --users or --proxy-header says who is asking, not both")
    if proxy and proxy_header is None:
        raise UsageError(
            "--proxy says where a proxy speaks from; --proxy-header says which of its words count"
        )
    if users is not None:
        return Users(users)
    if proxy_header is not None:
        if proxy:
            return BehindProxy(header=proxy_header, trusted=networks(proxy))
        return BehindProxy(header=proxy_header)
    if not _is_loopback(host):
        raise UsageError(
            f"anybody who reaches {host} could read the ledger and decide in your name: give --users FILE, or"
            " --proxy-header NAME where a reverse proxy asks for passwords"
        )
    return Alone(owner)


def _add_user(users: Path | None, name: str, role: str) -> None:
    from sayso.web import ROLES, Role, add_user

    if users is None:
        raise UsageError("--add-user needs --users FILE, the file to add the user to")
    if role not in set(Role):
        raise UsageError(f"there is no role {role!r}; there are {', '.join(ROLES)}")
    password = typer.prompt(f"password for {name}", hide_input=True, confirmation_prompt=True)
    add_user(users, name=name, password=password, role=Role(role))
    screen.message(f"{name} is a {role} in {users}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
