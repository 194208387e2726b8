"""No spelling of a closed address leads there, whether it stands in a page, a feed or a sitemap."""

import ipaddress
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.model import Reason, Refusal
from sayso.sources import SourceOptions
from sayso.sources.fetch import Web
from sayso.sources.gate import is_open, resolved
from sayso.sources.refused import Refused
from tests.sources.made import items_of

CLOSED = st.sampled_from(
    [
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "100.64.0.0/10",
        "0.0.0.0/8",
    ]
).flatmap(lambda network: st.ip_addresses(v=4, network=network))


def spellings(address: ipaddress.IPv4Address) -> list[str]:
    """An address as URL parsers and resolvers of various ages have understood it."""
    number, parts = int(address), [int(part) for part in str(address).split(".")]
    first, last = parts[0], number & 0xFFFFFF
    return [
        str(address), f"{address}.", str(number), hex(number), f"0{number:o}", f"{first}.{last}",
        ".".join(map(hex, parts)), ".".join(f"0{part:o}" for part in parts),
        f"{first}.{parts[1]}.{number & 0xFFFF}",
        f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]",
        str(address).translate(str.maketrans("0123456789.", "０１２３４５６７８９。")),
    ]  # fmt: skip


@given(CLOSED, st.data())
def test_no_spelling_of_a_closed_address_is_connected_to(address: ipaddress.IPv4Address, data: st.DataObject):
    host = data.draw(st.sampled_from(spellings(address)))
    before = data.draw(
        st.sampled_from(["", "orlo.test@", "orlo.test:80@", "orlo.test\\@", "orlo.test#@", "%00"])
    )
    after = data.draw(st.sampled_from(["", ":80", ":0", "/", "/a?b#c", ":22/", "\t/"]))
    scheme = data.draw(st.sampled_from(["http", "https", "HTTP", "file", "gopher", "ftp", "dict", "data"]))
    url = f"{scheme}://{before}{host}{after}"
    web = Web(options=SourceOptions(pause_seconds=0), resolve=nowhere_but_numbers)
    with pytest.raises(Refused) as refused:
        web.fetch(url)
    assert refused.value.reason in {Reason.ADDRESS_REFUSED, Reason.FETCH_FAILED}


def nowhere_but_numbers(host: str, port: int) -> Sequence[str]:
    """The system's resolver, asked only about hosts that are numbers: a test leaves the network alone."""
    if not re.fullmatch(r"[0-9a-fA-FxX.:]+", host):
        raise OSError("no such name")
    found = resolved(host, port)
    assert not any(is_open(address) for address in found) or "#" in host
    return found


@given(CLOSED)
def test_entries_of_feeds_and_sitemaps_pass_the_same_gate(tmp_path_factory, address: ipaddress.IPv4Address):
    folder = tmp_path_factory.mktemp("feed")
    url = f"http://{int(address)}/page"
    web = Web(options=SourceOptions(pause_seconds=0), resolve=nowhere_but_numbers)
    feed = f'<rss version="2.0"><channel><item><title>Orlo</title><link>{url}</link></item></channel></rss>'
    sitemap = f"<urlset><url><loc>{url}</loc></url></urlset>"
    index = f"<sitemapindex><sitemap><loc>{url}</loc></sitemap></sitemapindex>"
    for content in (feed, sitemap, index):
        (found,) = items_of(folder, content.encode(), web=web, follow=True)
        assert isinstance(found, Refusal)
        assert found.reason is Reason.ADDRESS_REFUSED


_CONNECTS = re.compile(
    r"\b(?:urlopen|urlretrieve|requests\.(?:get|post)|httpx2?\.|http\.client|ftplib|socket\.create_connection"
    r"|fetch_url|\.connect\(\()"
)


def test_nothing_in_the_package_connects_but_the_gate_and_the_users_own_ledger():
    root = Path(sayso.__file__).parent
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if _CONNECTS.search(path.read_text("utf-8"))
    }
    # A ledger on a server is named by its user; nothing that is read can name another.
    assert found == {"ledger/backends/postgresql/connecting.py"}
