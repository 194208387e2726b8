"""Entities that are a trap, and those that are not."""

import time

import pytest

from sayso.model import Reason
from sayso.sources.markup import feed_in, refuse_entity_bomb, root_of
from sayso.sources.refused import Refused


@pytest.mark.parametrize(
    ("declarations", "reason"),
    [
        ('<!ENTITY a "lol"><!ENTITY b "&a;&a;">', Reason.BOMB),
        ('<!ENTITY % p "<!ENTITY a \'x\'>"><!ENTITY % q "%p;%p;">', Reason.BOMB),
        ("<!ENTITY a '&a;'>", Reason.BOMB),
        (f'<!ENTITY a "{"x" * 50_000}">', Reason.BOMB),
        ('<!ENTITY a SYSTEM "file:///etc/hostname">', Reason.MALFORMED),
        ('<!ENTITY a PUBLIC "x" "http://orlo.test/a">', Reason.MALFORMED),
    ],
)
def test_refuse_entity_bomb_refuses_traps(declarations: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        refuse_entity_bomb(f"<?xml version='1.0'?><!DOCTYPE rss [{declarations}]><rss>{'&a;' * 50}</rss>")
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    "doctype",
    [
        "",
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://orlo.test/rss.dtd">',
        '<!DOCTYPE rss [<!ENTITY % latin PUBLIC "-//W3C//ENTITIES Latin 1//EN" "http://orlo.test/l">%latin;]>',
        '<!DOCTYPE rss [<!ENTITY site "orlo.test"><!ENTITY dash "-">]>',
    ],
)
def test_refuse_entity_bomb_lets_harmless_declarations_pass(doctype: str) -> None:
    refuse_entity_bomb(f"{doctype}<rss>{'&site;&dash;&amp;' * 1000}</rss>")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<rss>", "rss"),
        ('<!DOCTYPE rss [<!-- ] > --> <!ENTITY a "]>">]><rss/>', "rss"),
        ("<?pi ?><!-- -- > --><x:RDF >", "rdf"),
        ("<!doctype html>", "html"),
        ("<!ENTITY a 'b'>", "!"),
        ("<!DOCTYPE rss [", None),
        ("<!-- ", None),
        ("plain", None),
        ("< rss>", None),
        ("", None),
    ],
)
def test_root_of_finds_the_first_element(text: str, root: str | None) -> None:
    assert root_of(text) == root


def test_feed_in_knows_a_feed_by_its_entries_when_its_root_is_broken() -> None:
    assert feed_in("<f*ed><entry><title>Calm</title></entry></f*ed>") == "feed"
    assert feed_in("The <rss> tag and the <item> tag") is None


@pytest.mark.parametrize("piece", ["<!--", '"', "'", "[", "<!ENTITY a ", '<!ENTITY a "', "&a", "<!DOCTYPE"])
def test_looking_at_markup_takes_time_in_proportion(piece: str) -> None:
    text = "<!DOCTYPE rss [" + piece * 200_000
    started = time.process_time()
    root_of(text)
    refuse_entity_bomb(text)
    assert time.process_time() - started < 5
