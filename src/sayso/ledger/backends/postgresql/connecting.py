"""Connections to a server: how a URL is understood, what every session is set to, and what errors say."""

import getpass
import re
import socket
import ssl
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from sayso.errors import LedgerError, MissingExtra
from sayso.ledger.backends.postgresql.nul import Json, escaped, refuse_unsayable, unescaped
from sayso.ledger.place import Server

_PATIENCE_S = 60
_PORT = 5432
POSTGRESQL = 13
"""The oldest PostgreSQL that is known to do."""
_TEXT, _VARCHAR = 25, 1043
"""What PostgreSQL calls the types of words."""

# "Says": the first half of the number of the lock that whoever writes to a ledger holds. The second stands
# for the schema, so that ledgers in several schemas of one database do not wait for each other.
_LOCK = f"SELECT pg_advisory_xact_lock({0x53617973}, hashtext(current_schema()))"
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"

_SESSION = {
    "lock_timeout": f"{_PATIENCE_S}s",
    # A machine that vanished while it held the lock is noticed within a minute.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
    # Numbers as the shortest text that says them exactly.
    "extra_float_digits": "1",
}
_OPTIONS = frozenset({"host", "port", "sslmode", "sslrootcert"})


def engine_of(server: Server) -> Engine:
    """Connections to a server. Raises `MissingExtra` where the driver is not installed."""
    try:
        import pg8000.dbapi as driver
    except ImportError:
        raise MissingExtra(extra="postgres", what="a ledger on PostgreSQL") from None
    unknown = sorted(set(server.url.query) - _OPTIONS)
    if unknown:
        known = ", ".join(sorted(_OPTIONS))
        raise LedgerError(f"the URL of {server} has the option {', '.join(unknown)}; there are {known}")
    engine = create_engine(
        "postgresql+pg8000://", creator=_caller(server, driver), max_overflow=-1, pool_pre_ping=True
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _refuse_unsayable)
    return engine


def _caller(server: Server, driver: Any) -> Callable[[], Any]:
    """The function that opens one connection after another."""
    tls = _tls(server)

    class Connection(driver.Connection):  # type: ignore[misc]
        """The driver's, which lets some errors of the network through as they are."""

        def handle_messages(self, context: Any) -> None:
            try:
                super().handle_messages(context)
            except OSError as error:
                raise driver.InterfaceError("network error") from error

    def connect() -> Any:
        host = server.url.host or server.option("host") or "localhost"
        try:
            connection = Connection(
                server.url.username or getpass.getuser(),
                host=host,
                database=server.url.database,
                password=server.url.password,
                sock=_socket(host, server.url.port or int(server.option("port") or _PORT)),
                ssl_context=False if host.startswith("/") else tls,
                application_name="sayso",
                startup_params=dict(_SESSION),
            )
        except ssl.SSLCertVerificationError as error:
            raise LedgerError(_distrust(server, error)) from error
        except OSError as error:
            raise LedgerError(f"{server} cannot be reached: {error.strerror or error}") from error
        for words in (_TEXT, _VARCHAR):
            connection.register_in_adapter(words, unescaped)
        connection.register_out_adapter(str, escaped)
        connection.register_out_adapter(Json, str)
        return connection

    return connect


def _socket(host: str, port: int) -> socket.socket:
    """A connection to a host, or to a folder with a server's socket; from then on it waits for answers."""
    if not host.startswith("/"):
        called = socket.create_connection((host, port), timeout=_PATIENCE_S)
        called.settimeout(None)
        called.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        return called
    called = socket.socket(socket.AF_UNIX)
    try:
        called.connect(f"{host}/.s.PGSQL.{port}")
    except OSError:
        called.close()
        raise
    return called


def _tls(server: Server) -> ssl.SSLContext | bool | None:
    """What `sslmode` asks for, in the driver's words. None is TLS if the server offers it."""
    mode, roots = server.option("sslmode"), server.option("sslrootcert")
    match mode:
        case None | "allow" | "prefer":
            return None
        case "disable":
            return False
        case "require":
            return True
        case "verify-ca" | "verify-full":
            try:
                context = ssl.create_default_context(cafile=roots)
            except OSError as error:
                raise LedgerError(f"sslrootcert of {server} cannot be read: {error.strerror}") from None
            context.check_hostname = mode == "verify-full"
            return context
    raise LedgerError(f"the URL of {server} has an sslmode that there is not")


def _distrust(server: Server, error: ssl.SSLCertVerificationError) -> str:
    """What is said of a server whose certificate does not show that it is the one that was meant."""
    said = error.verify_message.rstrip(".")
    if "mismatch" in said:
        return f"{server} does not prove to be who it is: {said}; call it by the name in its certificate"
    trusted = "what `sslrootcert` names" if server.option("sslrootcert") else "the system's authorities"
    return (
        f"{server} does not prove to be who it is: {said}. Nobody in {trusted} vouches for its certificate; "
        "`?sslrootcert=` takes the file of the authority that signed it"
    )


def _begin(connection: Connection) -> None:
    # Whoever writes waits for its turn before it looks at anything; whoever reads sees one state throughout.
    locked = connection.get_execution_options().get("lock")
    connection.exec_driver_sql(_LOCK if locked else _SNAPSHOT)


def _refuse_unsayable(_c: Any, _u: Any, _s: Any, parameters: Any, _x: Any, many: bool) -> None:
    for some in parameters if many else [parameters]:
        refuse_unsayable(some.values() if isinstance(some, Mapping) else some)


def complaint(error: Exception) -> str:
    """What the server or the driver says, and what to do about it where that is known."""
    orig = getattr(error, "orig", error)
    said = orig.args[0] if orig.args else ""
    if not isinstance(said, dict):
        return f"{said or 'the connection broke'}"
    remedy = _REMEDIES.get(said.get("C", ""))
    return re.sub(r"\s+", " ", said.get("M", "")) + (f"; {remedy}" if remedy else "")


_REMEDIES: Mapping[str, str] = {
    "28000": "the server lets nobody in under this name from here",
    "28P01": "user name or password is wrong",
    "3D000": "`createdb` makes one",
    "42501": "the user may not do this; the owner of the database may",
    "53100": "the server's disk is full",
    "53300": "the server takes no more connections; try again later",
    "55P03": f"somebody else has been writing for more than {_PATIENCE_S} seconds",
    "57P03": "the server is starting or stopping; try again",
}
"""By the number that PostgreSQL gives an error."""
