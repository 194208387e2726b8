"""A ledger over TLS: whom it talks to, what is checked, and what is said where that fails."""

import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from tests import factory
from tests.ledger import outcomes
from tests.ledger.server import PASSWORD, USER, NoServer, Running, running

_ASKS_FOR_TLS = (8).to_bytes(4, "big") + (80877103).to_bytes(4, "big")
DAYS = "36500"


@dataclass(frozen=True)
class Certified:
    """A server that answers to `localhost` over TLS, and who vouches for it."""

    port: int
    database: str
    authority: Path
    stranger: Path
    """Another authority, that vouches for nobody here."""

    def url(self, *, host: str = "localhost", **options: object) -> str:
        asked = "&".join(f"{name}={quote(str(value))}" for name, value in options.items())
        return f"postgresql://postgres:{PASSWORD}@{host}:{self.port}/{self.database}?{asked}"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two authorities, and with a server's certificate that the first has signed."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("certificates")

    def made(*words: str) -> None:
        subprocess.run([openssl, *words], cwd=folder, check=True, capture_output=True, timeout=60)

    key = ("-newkey", "rsa:2048", "-nodes", "-days", DAYS)
    for name in ("authority", "stranger"):
        subject = ("-subj", f"/CN=Orlo {name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
        made("req", "-x509", *key, *subject)
    made("req", *key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=DNS:localhost\n")
    signed = ("-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-extfile", "names")
    made("x509", "-req", "-in", "server.csr", *signed, "-days", DAYS, "-out", "server.pem")
    return folder


@pytest.fixture(scope="module", params=["in front", "built in"])
def certified(request: pytest.FixtureRequest, certificates: Path) -> Iterator[Certified]:
    """A server behind something that speaks TLS for it, and one that was built with TLS, if there is one."""
    known = {"authority": certificates / "authority.pem", "stranger": certificates / "stranger.pem"}
    if request.param == "in front":
        server = request.getfixturevalue("server")
        with _fronted(server.port, certificates) as port:
            yield Certified(port, server.new_database(), **known)
        return
    with _with_tls(certificates) as server:
        yield Certified(server.port, server.new_database(), **known)


@contextmanager
def _with_tls(certificates: Path) -> Iterator[Running]:
    """A server of this machine that was built with TLS: the one of the tests' wheel was not."""
    installed = shutil.which("postgres")
    if installed is None:
        pytest.skip("there is no PostgreSQL on this machine that was built with TLS")
    programs = Path(installed).resolve().parent
    with tempfile.TemporaryDirectory(prefix="pg") as made:
        options: dict[str, object] = {"ssl": "on"}
        for option, name in (("ssl_cert_file", "server.pem"), ("ssl_key_file", "server.key")):
            copy = options[option] = Path(shutil.copy(certificates / name, made))
            copy.chmod(0o600)
            _hand_over(copy)
        _hand_over(Path(made))
        try:
            with running(programs=programs, options=options) as server:
                yield server
        except NoServer as error:
            pytest.skip(str(error))


def _hand_over(path: Path) -> None:
    """Give a file to the user as whom the server runs: it wants to own its key."""
    if USER:
        shutil.chown(path, USER)


@contextmanager
def _fronted(port: int, certificates: Path) -> Iterator[int]:
    """A port that speaks TLS as PostgreSQL does, and passes on what it is told."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        threading.Thread(target=_answer, args=(listening, port, context), daemon=True).start()
        yield listening.getsockname()[1]


def _answer(listening: socket.socket, port: int, context: ssl.SSLContext) -> None:
    while True:
        try:
            caller, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_passed_on, args=(caller, port, context), daemon=True).start()


def _passed_on(caller: socket.socket, port: int, context: ssl.SSLContext) -> None:
    with suppress(OSError), caller:
        if caller.recv(8) != _ASKS_FOR_TLS:
            return
        caller.sendall(b"S")
        with (
            context.wrap_socket(caller, server_side=True) as shielded,
            socket.create_connection(("127.0.0.1", port)) as server,
        ):
            back = threading.Thread(target=_copied, args=(server, shielded), daemon=True)
            back.start()
            _copied(shielded, server)


def _copied(given: socket.socket, taken: socket.socket) -> None:
    with suppress(OSError):
        while piece := given.recv(65536):
            taken.sendall(piece)
        taken.shutdown(socket.SHUT_WR)


def refusal(url: str) -> str:
    with pytest.raises(LedgerError) as raised:
        Ledger.open(url)
    assert PASSWORD not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("mode", ["verify-full", "verify-ca", "require", "prefer"])
def test_a_ledger_is_written_and_read_over_tls(certified: Certified, mode: str):
    roots = {"sslrootcert": certified.authority} if mode.startswith("verify") else {}
    with Ledger.open(certified.url(sslmode=mode, **roots)) as ledger:
        outcomes.add(ledger, factory.reading())
        assert ledger.document_count() == 1
        assert list(ledger.verify()) == []


@pytest.mark.parametrize("mode", ["verify-full", "verify-ca"])
def test_a_server_that_nobody_vouches_for_is_refused(certified: Certified, mode: str):
    said = refusal(certified.url(sslmode=mode, sslrootcert=certified.stranger))
    assert "Nobody in what `sslrootcert` names vouches for its certificate" in said
    assert "Nobody in the system's authorities" in refusal(certified.url(sslmode=mode))


def test_a_server_of_another_name_is_refused_only_where_names_are_checked(certified: Certified):
    known = {"host": "127.0.0.1", "sslrootcert": certified.authority}
    assert "call it by the name in its certificate" in refusal(certified.url(sslmode="verify-full", **known))
    with Ledger.open(certified.url(sslmode="verify-ca", **known)) as ledger:
        assert ledger.document_count() >= 0


def test_certificates_that_cannot_be_read_are_told(certified: Certified, tmp_path: Path):
    nothing, empty = tmp_path / "none.pem", tmp_path / "empty.pem"
    empty.write_text("no certificate\n")
    for roots in (nothing, empty):
        assert "sslrootcert of postgresql://" in refusal(
            certified.url(sslmode="verify-full", sslrootcert=roots)
        )
