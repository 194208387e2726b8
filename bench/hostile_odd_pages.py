"""Pages that a browser shows an article of, however they are made."""

import json
import random
from collections.abc import Callable, Iterator, Mapping

from hostile_odd_case import EVERY, Article, Odd, article

Make = Callable[[Article], str]


def page(body: str, head: str = "", title: str = "x") -> str:
    """A page with this body, more in its head, and a title that says nothing."""
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


def graph(one: Article) -> str:
    """What pages tell social networks about themselves."""
    return (
        f'<meta property="og:title" content="{one.title}">'
        f'<meta property="og:site_name" content="{one.outlet}">'
        f'<meta property="article:published_time" content="{one.published}T08:15:00+02:00">'
        f'<meta name="author" content="{one.byline}">'
    )


def _linked(one: Article, **more: object) -> str:
    """The same, as schema.org has it."""
    return f'<script type="application/ld+json">{json.dumps(one.as_schema_org(**more))}</script>'


def _each(one: Article, before: str, after: str) -> str:
    return "".join(f"{before}{each}{after}" for each in one.paragraphs)


# What stands in a page whose head says everything.
BODIES: Mapping[str, Make] = {
    "accelerated": lambda one: (
        f"<amp-sidebar><ul><li>Home</li></ul></amp-sidebar><article>{one.html}</article>"
    ),
    "advertised": lambda one: (
        f"<article>{_each(one, '<p>', '</p><div class=ad>Advertisement</div>')}</article>"
    ),
    "after-the-end": lambda one: f"</body></html>{one.html}",
    "attribute-with-tags": lambda one: (
        f"<div title='a > b' data-x='<p>no</p>'><article>{one.html}</article></div>"
    ),
    "breaks": lambda one: f"<div class=story>{'<br><br>'.join(one.paragraphs)}</div>",
    "comment-ends-oddly": lambda one: f"<!-- a -- b --!><!--><article>{one.html}</article>",
    "commented-on": lambda one: (
        f"<article>{one.html}</article><section id=comments class=comments>"
        + "<div class=comment><p>Everybody here knows by now that this is not what happened.</p></div>" * 60
        + "</section>"
    ),
    "control-references": lambda one: f"<article>{one.html.replace(' the ', '&#7; the&#x1b; ')}</article>",
    "cookies": lambda one: (
        "<div class=cookie-banner><p>We use cookies to improve your experience. By clicking accept, you "
        f"agree to our use of cookies.</p></div><article>{one.html}</article>"
    ),
    "custom-elements": lambda one: f"<x-story>{_each(one, '<x-p>', '</x-p>')}</x-story>",
    "definitions": lambda one: f"<article><dl>{_each(one, '<dt></dt><dd>', '</dd>')}</dl></article>",
    "divisions": lambda one: _each(one, "<div>", "</div>"),
    "double-escaped-script": lambda one: (
        f"<script><!-- <script>a</script> --></script><article>{one.html}</article>"
    ),
    "drop-cap": lambda one: f"<article>{_each(one, '<p><span class=cap></span>', '</p>')}</article>",
    "entities": lambda one: (
        "<article>"
        + one.html.replace("“", "&ldquo;")
        .replace("”", "&#148;")
        .replace("—", "&#x2014;")
        .replace("é", "&eacute")
        + "</article>"
    ),
    "forms": lambda one: f"{'<form><div>' * 60}<article>{one.html}</article>{'</div></form>' * 60}",
    "live": lambda one: _each(one, "<article class=post><time>10:05</time><p>", "</p></article>"),
    "no-script": lambda one: f"<div id=root></div><noscript><article>{one.html}</article></noscript>",
    "object-around": lambda one: f"<details open><summary>Report</summary>{one.html}</details>",
    "old-comment": lambda one: f"<!--[if lt IE 9]><p>Old.</p><![endif]--><article>{one.html}</article>",
    "pages": lambda one: (
        f"<article>{one.html}<div class=pager><a href=?2>2</a> <a href=?3>3</a></div></article>"
    ),
    "preformatted": lambda one: f"<pre>{one.text}</pre>",
    "sections": lambda one: f"<main>{_each(one, '<section><div><p>', '</p></div></section>')}</main>",
    "shadow": lambda one: (
        f"<x-a><template shadowrootmode=open><article>{one.html}</article></template></x-a>"
    ),
    "spans": lambda one: f"<div>{_each(one, '<span>', '</span>')}</div>",
    "table": lambda one: (
        f"<table><tr><td><a href=/>Home</a></td><td><font size=2>{one.html}</font></td></tr></table>"
    ),
    "unclosed-script": lambda one: f"<article>{one.html}</article><script>var a = 1;",
    "word-processor": lambda one: _each(
        one, "<p class=MsoNormal><span lang=EN-GB>", "<o:p></o:p></span></p>"
    ),
}
# Pages whole.
WHOLE: Mapping[str, tuple[Make, str]] = {
    "data-alone": (lambda one: page("<div id=root></div>", _linked(one, articleBody=one.text)), EVERY),
    "data-as-markup": (lambda one: page("<div></div>", _linked(one, articleBody=one.html)), EVERY),
    "data-beside": (lambda one: page(f"<article>{one.html}</article>", _linked(one)), EVERY),
    "data-teaser": (
        lambda one: page(f"<article>{one.html}</article>", _linked(one, articleBody=one.paragraphs[0])),
        EVERY,
    ),
    "header-before": (
        lambda one: (
            "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n"
            "HTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\n\r\n"
            + page(f"<article>{one.html}</article>", graph(one))
        ),
        EVERY,
    ),
    "nineties": (
        lambda one: (
            f"<HTML><HEAD><META CHARSET=utf-8><TITLE>{one.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>"
            f"<TABLE><TR><TD><A HREF=/>Home</A></TD><TD>{'<P>'.join(one.paragraphs)}</TD></TR>"
            "</TABLE></BODY></HTML>"
        ),
        "title",
    ),
    "posted": (
        lambda one: page(
            f"<article><h1>{one.title}</h1><p>Posted on {one.published} by admin</p>{one.html}</article>"
        ),
        "title published",
    ),
    "strict": (
        lambda one: (
            "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>"
            f"<head><title>{one.title}</title><script>//<![CDATA[\nif (a < b)\n//]]></script></head>"
            f"<body><div>{one.html}</div></body></html>"
        ),
        "title",
    ),
    "timed": (
        lambda one: page(
            f"<article><h1>{one.title}</h1><time datetime='{one.published}T10:00Z'>Friday</time>"
            f"{one.html}</article>"
        ),
        "title published",
    ),
}


def pages(dice: random.Random) -> Iterator[Odd]:
    """Each article in a page of its own making."""
    for what, make in BODIES.items():
        one = article(dice)
        content = page(make(one), graph(one)).encode()
        yield Odd(name=f"{what}.html", content=content, article=one, gives=EVERY)
    for what, (write, gives) in WHOLE.items():
        one = article(dice)
        yield Odd(name=f"{what}.html", content=write(one).encode(), article=one, gives=gives)
