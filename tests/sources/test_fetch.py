"""Fetching from a server that was started here, and that does not behave."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.model import RawItem, Reason, Refusal
from sayso.sources import Kind, Locator, SourceOptions, items_in
from sayso.sources.fetch import Web, place_of
from sayso.sources.refused import Refused
from tests.sources.made import PAGE

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Answer:
    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        if "Transfer_Encoding" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return give


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b".")
            time.sleep(0.05)
    except OSError:
        pass


def dripping_header(handler: BaseHTTPRequestHandler) -> None:
    try:
        for _ in range(200):
            handler.wfile.write(b"H")
            time.sleep(0.05)
    except OSError:
        pass


def hanging_up(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"Ten people")


def echo(handler: BaseHTTPRequestHandler) -> None:
    said = f"{handler.headers['Host']} {handler.headers['User-Agent']} {handler.path}"
    answer(said.encode(), Content_Type="text/plain")(handler)


@dataclass
class Site:
    """A server on this machine, its pages, and what it was asked for."""

    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    known = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            known.pages.get(self.path, answer(b"", 404))(self)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    known.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def web(site: Site) -> Iterator[Web]:
    yield from session(site)


def session(site: Site, **known: object) -> Iterator[Web]:
    fields = {"allow_hosts": frozenset({site.host}), "pause_seconds": 0.0, "fetch_seconds": 1.0}
    made = Web(options=SourceOptions(**(fields | known)))  # type: ignore[arg-type]
    yield made
    made.close()


def reason(web: Web, url: str) -> Reason:
    with pytest.raises(Refused) as refused:
        web.fetch(url)
    return refused.value.reason


def test_fetch_gives_the_page_with_its_charset(site: Site, web: Web) -> None:
    site.pages["/a"] = answer()
    page = web.fetch(site.url("/a"))
    assert (page.content, page.media_type, page.charset) == (PAGE, "text/html", "utf-8")
    assert site.asked == ["/robots.txt", "/a"]


def test_fetch_says_who_asks_and_which_host(site: Site, web: Web) -> None:
    site.pages["/ä?q=%20x".replace("ä", "%C3%A4")] = echo
    said = web.fetch(site.url("/ä?q= x")).content.decode()
    assert said.startswith(f"{site.host} sayso/")
    assert said.endswith("/%C3%A4?q=%20x")


def test_fetch_refuses_this_machine_unless_allowed(site: Site) -> None:
    stranger = Web(options=SourceOptions())
    assert reason(stranger, site.url("/a")) is Reason.ADDRESS_REFUSED
    assert reason(stranger, f"http://localhost:{site.port}/a") is Reason.ADDRESS_REFUSED
    assert reason(stranger, f"http://2130706433:{site.port}/a") is Reason.ADDRESS_REFUSED
    assert reason(stranger, f"http://[::ffff:127.0.0.1]:{site.port}/a") is Reason.ADDRESS_REFUSED
    assert site.asked == []
    stranger.close()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://localhost:{port}/b", Reason.ADDRESS_REFUSED),
        ("http://127.0.0.1:1/b", Reason.ADDRESS_REFUSED),
        ("http://169.254.169.254/latest", Reason.ADDRESS_REFUSED),
        ("//[::1]/b", Reason.ADDRESS_REFUSED),
        ("file:///etc/hostname", Reason.ADDRESS_REFUSED),
        ("ftp://orlo.test/b", Reason.ADDRESS_REFUSED),
        ("javascript:alert(1)", Reason.ADDRESS_REFUSED),
        ("http://user@127.0.0.1:{port}/b", Reason.ADDRESS_REFUSED),
        ("http://a\\@127.0.0.1/", Reason.ADDRESS_REFUSED),
        ("\\\\127.0.0.1:{port}/b", Reason.ADDRESS_REFUSED),
        ("/\\localhost:{port}/b", Reason.ADDRESS_REFUSED),
        ("///localhost:{port}/b", Reason.FETCH_FAILED),
        ("http://0x7f.1:{port}/b", Reason.ADDRESS_REFUSED),
        ("http://[::]:{port}/b", Reason.ADDRESS_REFUSED),
        ("HTTP://LOCALHOST:{port}/b", Reason.ADDRESS_REFUSED),
        ("http://lo%63alhost:{port}/b", Reason.FETCH_FAILED),
        ("https:127.0.0.1:{port}/b", Reason.ADDRESS_REFUSED),
        ("data:text/html,<p>Ten died.", Reason.ADDRESS_REFUSED),
        ("unix:/run/orlo.sock", Reason.ADDRESS_REFUSED),
        ("http://[::1/", Reason.FETCH_FAILED),
        ("", Reason.FETCH_FAILED),
        ("/loop", Reason.FETCH_FAILED),
    ],
)
def test_fetch_checks_every_redirect(site: Site, web: Web, target: str, expected: Reason) -> None:
    site.pages["/loop"] = answer(b"", 302, Location=target.format(port=site.port))
    site.pages["/b"] = answer()
    assert reason(web, site.url("/loop")) is expected
    assert "/b" not in site.asked


def test_fetch_follows_a_few_redirects(site: Site, web: Web) -> None:
    for step in range(5):
        site.pages[f"/{step}"] = answer(b"", 302, Location=f"/{step + 1}")
    site.pages["/5"] = answer()
    assert web.fetch(site.url("/0")).url == site.url("/5")


def test_fetch_asks_the_site_by_its_name_at_the_address_that_was_checked(site: Site) -> None:
    options = SourceOptions(allow_hosts=frozenset({f"orlo.test:{site.port}"}), pause_seconds=0.0)
    web = Web(options=options, resolve=lambda *_: ["127.0.0.1"])
    site.pages["/a"] = echo
    # No resolver knows this name: only the checked address can have been connected to.
    page = web.fetch(f"http://orlo.test:{site.port}/a")
    assert page.content.startswith(f"orlo.test:{site.port} ".encode())
    web.close()


def test_fetch_refuses_a_name_that_turns_to_a_closed_address(site: Site) -> None:
    answers = iter([["93.184.216.34", "127.0.0.1"]])
    stranger = Web(options=SourceOptions(), resolve=lambda *_: next(answers))
    assert reason(stranger, f"http://orlo.test:{site.port}/a") is Reason.ADDRESS_REFUSED
    assert site.asked == []
    stranger.close()


def test_fetch_ignores_proxies_from_the_environment(
    site: Site, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    site.pages["/a"] = answer()
    assert web.fetch(site.url("/a")).content == PAGE


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (answer(b"", 404), Reason.FETCH_FAILED),
        (answer(b"", 500), Reason.FETCH_FAILED),
        (answer(b"", 204), Reason.FETCH_FAILED),
        (answer(b"", 302), Reason.FETCH_FAILED),
        (answer(b"x" * 60_000), Reason.TOO_LARGE),
        (answer(gzip.compress(b"\0" * (16 << 20)), Content_Encoding="gzip"), Reason.BOMB),
        (answer(gzip.compress(b"Ten people")[:-4], Content_Encoding="gzip"), Reason.TRUNCATED),
        (answer(b"x", Content_Encoding="sdch"), Reason.UNSUPPORTED_FORMAT),
        (answer(b"nonsense", Transfer_Encoding="chunked"), Reason.TRUNCATED),
        (hanging_up, Reason.TRUNCATED),
        (dripping, Reason.TIMEOUT),
        (dripping_header, Reason.TIMEOUT),
        (lambda _: time.sleep(1.5), Reason.TIMEOUT),
    ],
    ids=[
        "not-found",
        "server-error",
        "no-content",
        "redirect-to-nowhere",
        "too-large",
        "gzip-bomb",
        "cut-gzip",
        "unknown-coding",
        "bad-chunks",
        "hang-up",
        "dripping",
        "dripping-header",
        "silence",
    ],
)
def test_fetch_tells_what_is_wrong_with_an_answer(site: Site, page: Answer, expected: Reason) -> None:
    site.pages["/a"] = page
    (web,) = [next(sessions := session(site, max_bytes=50_000, max_script=0))]
    started = time.monotonic()
    assert reason(web, site.url("/a")) is expected
    assert time.monotonic() - started < 3
    sessions.close()  # type: ignore[attr-defined]


def test_fetch_tells_when_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as idle:
        port = idle.getsockname()[1]
    web = Web(options=SourceOptions(allow_hosts=frozenset({f"127.0.0.1:{port}"})))
    assert reason(web, f"http://127.0.0.1:{port}/") is Reason.FETCH_FAILED
    web.close()


def test_fetch_respects_robots_also_after_a_redirect(site: Site, web: Web) -> None:
    site.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    site.pages["/open"] = answer(b"", 302, Location="/private/a")
    assert reason(web, site.url("/private/a")) is Reason.ROBOTS
    assert reason(web, site.url("/open")) is Reason.ROBOTS
    assert site.asked == ["/robots.txt", "/open"]


def test_fetch_stays_away_where_robots_cannot_be_read(site: Site, web: Web) -> None:
    site.pages["/robots.txt"] = answer(b"", 503)
    site.pages["/a"] = answer()
    assert reason(web, site.url("/a")) is Reason.ROBOTS


def test_fetch_pauses_between_pages_of_one_host(site: Site) -> None:
    site.pages["/a"] = answer()
    slept: list[float] = []
    web = Web(options=SourceOptions(allow_hosts=frozenset({site.host})), sleep=slept.append)
    for _ in range(3):
        web.fetch(site.url("/a"))
    assert len(slept) == 2
    assert all(0.5 < seconds <= 1.0 for seconds in slept)
    web.close()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://orlo.test/",
        "http://",
        "http:///a",
        "//orlo.test",
        "http://user:pass@orlo.test/",
        "http://orlo.test@127.0.0.1/",
        "http://orlo.test\\@127.0.0.1/",
        "http://orlo.test\t/",
        "http://or\nlo.test/",
        "http://orlo.test:99999/",
        "http://orlo.test:x/",
        "http://[::1",
        "http://\u2100.test" + "x" * 70,
    ],
)
def test_place_of_refuses_what_is_no_plain_url(url: str) -> None:
    with pytest.raises(Refused) as refused:
        place_of(url)
    assert refused.value.reason in {Reason.ADDRESS_REFUSED, Reason.FETCH_FAILED}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("１２７.0.0.1", "127.0.0.1"),
        ("①②⑦.⓪.⓪.①", "127.0.0.1"),
        ("127。0．0｡1", "127.0.0.1"),
        ("ⓛⓞcalhost", "localhost"),
        ("lo\u00adcal\u200bhost", "localhost"),
    ],
)
def test_place_of_reads_letters_and_digits_of_other_scripts_as_a_resolver_would(
    written: str, meant: str
) -> None:
    assert place_of(f"http://{written}/").host == meant


def test_items_in_reads_a_page_from_the_web(site: Site) -> None:
    site.pages["/a"] = answer()
    options = SourceOptions(allow_hosts=frozenset({site.host}), pause_seconds=0.0)
    (item,) = items_in(Locator(origin=site.url("/a"), kind=Kind.URL), options=options)
    assert isinstance(item, RawItem)
    assert (item.origin, item.declared.url, item.charset) == (site.url("/a"), site.url("/a"), "utf-8")


def test_items_in_records_why_a_page_was_not_fetched(site: Site) -> None:
    (refusal,) = items_in(Locator(origin=site.url("/a"), kind=Kind.URL))
    assert refusal == Refusal(
        origin=site.url("/a"),
        reason=Reason.ADDRESS_REFUSED,
        detail=f"{site.url('')}/robots.txt cannot be had: 127.0.0.1 is 127.0.0.1",
    )
