"""Records as programs write them, each with its own names and wrappings."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from hostile_odd_case import EVERY, Article, Odd, article

THREE = "title published byline"


def _known(one: Article, **more: object) -> dict[str, object]:
    said = {
        "title": one.title,
        "text": one.text,
        "outlet": one.outlet,
        "published": one.published,
        "byline": one.byline,
    }
    return said | more


def _named(one: Article, title: str, text: str, published: str, byline: str) -> dict[str, object]:
    return {title: one.title, text: one.text, published: one.published, byline: one.byline}


def _seconds(one: Article) -> int:
    return int(datetime.fromisoformat(one.published).replace(hour=8, tzinfo=UTC).timestamp())


# One record on a line.
LINES: Mapping[str, tuple[Callable[[Article], object], str]] = {
    "as-it-should-be": (_known, EVERY),
    "camel": (lambda one: _named(one, "headline", "articleBody", "datePublished", "author"), THREE),
    "capitals": (lambda one: _named(one, "TITLE", "BODY", "DATE", "AUTHOR"), THREE),
    "crawler": (lambda one: _named(one, "title", "maintext", "date_publish", "authors"), THREE),
    "database": (lambda one: _known(one, published={"$date": f"{one.published}T08:00:00Z"}), EVERY),
    "day-as-number": (lambda one: _known(one, published=int(one.published.replace("-", ""))), EVERY),
    "hyphens": (lambda one: _named(one, "Headline", "Full-Text", "Pub-Date", "Author"), THREE),
    "markup": (lambda one: _known(one, text=one.html), EVERY),
    "paragraphs": (lambda one: _known(one, text=list(one.paragraphs)), EVERY),
    "schema-org": (
        lambda one: {
            "@type": "NewsArticle",
            "headline": one.title,
            "articleBody": one.text,
            "datePublished": one.published,
            "publisher": {"@type": "Organization", "name": one.outlet},
            "author": [{"@type": "Person", "name": one.byline}],
        },
        EVERY,
    ),
    "seconds": (lambda one: _known(one, published=_seconds(one)), EVERY),
    "thousandths": (lambda one: _known(one, published=_seconds(one) * 1_000), EVERY),
    "weblog": (
        lambda one: {
            "date": f"{one.published}T08:15:00",
            "title": {"rendered": one.title},
            "content": {"rendered": one.html},
        },
        "title published",
    ),
}
# What stands around two records.
AROUND: Mapping[str, Callable[[object], str]] = {
    "answer": lambda one: json.dumps({"status": "ok", "totalResults": 2, "articles": [one, one]}),
    "commas": lambda one: f"{json.dumps(one)},\n{json.dumps(one)},\n",
    "concatenated": lambda one: json.dumps(one) * 2,
    "cut-off": lambda one: json.dumps([one, one, one])[:-9],
    "data-fields": lambda one: json.dumps({"data": [{"id": 1, "fields": one}, {"id": 2, "fields": one}]}),
    "features": lambda one: json.dumps({"type": "FeatureCollection", "features": [{"properties": one}] * 2}),
    "hits": lambda one: json.dumps({"took": 1, "hits": {"total": 2, "hits": [{"_source": one}] * 2}}),
    "list-in-lines": lambda one: f"[\n{json.dumps(one)},\n{json.dumps(one)}\n]\n",
    "nested": lambda one: json.dumps([{"article": one}, {"article": one}]),
    "printed": lambda one: (json.dumps(one, indent=2) + "\n") * 2,
    "sequence": lambda one: f"\x1e{json.dumps(one)}\n" * 2,
    "trailing-comma": lambda one: f"[{json.dumps(one)},{json.dumps(one)},]",
}


def records(dice: random.Random) -> Iterator[Odd]:
    """Each article as a record under other names, and between others in other wrappings."""
    for what, (make, gives) in LINES.items():
        one = article(dice)
        content = json.dumps(make(one)).encode() + b"\n"
        yield Odd(name=f"{what}.jsonl", content=content, article=one, gives=gives)
    for what, wrap in AROUND.items():
        one = article(dice)
        content = wrap(_known(one)).encode()
        yield Odd(name=f"{what}.json", content=content, article=one, gives=EVERY, count=2)
    one = article(dice)
    matter = f'---\ntitle: "{one.title}"\ndate: {one.published}\nauthor: {one.byline}\n---\n\n{one.text}\n'
    yield Odd(name="front-matter.md", content=matter.encode(), article=one, gives=THREE)
