"""A real browser in front of a real desk; tests that use it are skipped where there is none."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from sayso.ledger import Ledger
from sayso.web import Alone, Tiles, desk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine; `apt install chromium`"
)
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="no axe-core; `npm ci` in web/")


@contextmanager
def served(ledger: Ledger, *, tiles: Tiles | None = None) -> Iterator[str]:
    """A desk on a free port of the loopback address; its first page's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(
        desk(ledger, door=Alone("mira"), tiles=tiles),
        host="127.0.0.1",
        port=port,
        log_level="error",
        ws="none",
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@contextmanager
def browser(*, webgl: bool = False) -> Iterator[Any]:
    """Chromium without a window or a sandbox; with `webgl` it draws in software what a card would."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    with playwright.sync_playwright() as running:
        drawing = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] if webgl else ["--disable-gpu"]
        opened = running.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", *drawing]
        )
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def watched(opened: Any, address: str, *, width: int = 1280, scheme: str = "light") -> Iterator[Any]:
    """A tab in which every error on the console and every foreign request fails the test."""
    context = opened.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: message.type == "error" and wrong.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    tab.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    tab.on(
        "request", lambda request: _foreign(request.url, address) and wrong.append(f"request: {request.url}")
    )
    tab.set_default_timeout(60_000)
    yield tab
    context.close()
    assert wrong == []


def _foreign(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:", "about:"))
