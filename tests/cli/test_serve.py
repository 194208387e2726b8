import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_shows_the_demonstration_ledger_on_loopback():
    port = free_port()
    code = "import sys; from sayso.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--demo", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        try:
            page = ""
            for _ in range(300):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                        page = answer.read().decode()
                    break
                except OSError:
                    time.sleep(0.2)
            assert "38 reports" in re.sub(r"<[^>]+>", "", page)
        finally:
            server.terminate()
            server.communicate(timeout=20)


def test_serve_says_when_there_is_no_ledger(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["serve", "--ledger", "none.sqlite"])
    assert result.exit_code == 1
