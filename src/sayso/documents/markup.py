"""Markup made safe to parse: one linear scan that bounds what the HTML parser and the extractor will see."""

import re
from dataclasses import dataclass
from html import unescape

from sayso.model import Reason

# Large news pages run to some 10,000 elements and a depth of 60. Without its comparison step (see `body`)
# the extractor takes 6 s over 49,000 short blocks on one core.
MOST_ELEMENTS = 50_000
"""More than this and a page is refused."""
MOST_DEPTH = 400
"""Deeper than this and a page is refused."""
MOST_CHARACTERS = 10_000_000
"""Of what is left once scripts, styles and comments are gone."""

_LONGEST_TAG = 4096
_MOST_ATTRIBUTES = 60
_LONGEST_METADATA = 200_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,39})")
# HTML (section 13.2.5) also ends a comment at `--!>`, and takes `<!-->` for an empty one.
_COMMENT_END = re.compile(r"--!?>")
# A template whose words are shown at once: what the page's own elements are made of.
_SHOWN = re.compile(r"\sshadowrootmode\b", re.IGNORECASE)
# The parser raises where a reference stands for a control character, which XML has no room for.
_REFERENCE = re.compile(
    r"&#(?:[xX](?=[0-9a-fA-F])0*+([0-9a-fA-F]{0,8})[0-9a-fA-F]*+|(?=[0-9])0*+([0-9]{0,10})[0-9]*+);?"
)
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CLOSING = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in (
        "script",
        "style",
        "svg",
        "template",
        "iframe",
        "object",
        "canvas",
        "math",
        "textarea",
        "select",
    )
}
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# Elements whose words the parser takes for one long text, tags and all; we show no frames, as they suppose.
_UNPARSED = frozenset(("noframes", "noembed"))
# What scripts are wrapped in for the sake of parsers older than JSON-LD.
_WRAPPED = re.compile(
    r"(?<=>)\s*+(?://|/\*)?\s*+<!(?:\[CDATA\[|--)\s*+(?:\*/)?|(?://|/\*)?\s*+(?:\]\]|--)>\s*+(?:\*/)?\s*+(?=</)"
)
# A frame may bear its page in an attribute.
_FRAMED = re.compile(r"<iframe\s[^<>]*?\bsrcdoc\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')[^<>]*+>", re.IGNORECASE)
# What follows the end of a page is shown like what stands before it.
_LAST = frozenset(("html", "body"))
_OPENS = re.compile(r"<[a-zA-Z]")
# Elements that authors seldom close; the parser closes them itself, so they do not nest.
_SELF_CLOSING = frozenset(
    ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "body")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A page that is safe to parse, and how many elements it has."""

    html: str
    elements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """Why there is no article to be had from a page."""

    reason: Reason
    detail: str = ""


def bounded(html: str) -> Bounded | Unusable:
    """`html` without scripts, styles and comments and with over-long tags cut to their names.

    JSON-LD scripts stay, for they hold the page's metadata. Linear in the length of `html`, because the
    parser is not: a tag with 100,000 attributes takes libxml2 minutes.
    """
    kept: list[str] = []
    at = elements = depth = 0
    while (start := html.find("<", at)) >= 0:
        kept.append(html[at:start])
        if html.startswith("<!--", start):
            closing = _COMMENT_END.search(html, start + 2)
            at = closing.end() if closing else len(html)
            continue
        tag = _TAG.match(html, start)
        if tag is None:
            kept.append("<")
            at = start + 1
            continue
        name = tag[2].lower()
        at = _end_of_tag(html, start)
        if name in _CLOSING and not tag[1] and not (name == "template" and _SHOWN.search(html, start, at)):
            end = _end_of_block(html, name, at)
            kept.append(_metadata(html[start:end]))
            at = end
            continue
        if name in _UNPARSED or (tag[1] and name in _LAST and _goes_on(html, at)):
            continue
        elements += not tag[1]
        if name not in _VOID and name not in _SELF_CLOSING:
            depth = max(0, depth + (-1 if tag[1] else 1))
        if elements > MOST_ELEMENTS:
            return Unusable(reason=Reason.BOMB, detail=f"more than {MOST_ELEMENTS:,} elements")
        if depth > MOST_DEPTH:
            return Unusable(reason=Reason.BOMB, detail=f"elements nested more than {MOST_DEPTH} deep")
        kept.append(_short_tag(html[start:at], tag[0]))
    kept.append(html[at:])
    html = _REFERENCE.sub(_only_characters, "".join(kept))
    if len(html) > MOST_CHARACTERS:
        return Unusable(
            reason=Reason.TOO_LARGE, detail=f"more than {MOST_CHARACTERS:,} characters of markup and text"
        )
    return Bounded(html=html, elements=elements)


def _goes_on(html: str, at: int) -> bool:
    """Whether more of a page comes where it says that it ends."""
    following = html.find("<", at)
    return following >= 0 and _OPENS.match(html, following) is not None


def _only_characters(reference: re.Match[str]) -> str:
    """The reference, or a space where it stands for no character."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    return " " if code > 0x10FFFF or _NO_CHARACTER.match(chr(code)) else reference[0]


def _end_of_tag(html: str, start: int) -> int:
    end = html.find(">", start)
    return len(html) if end < 0 else end + 1


def _end_of_block(html: str, name: str, at: int) -> int:
    """Where the block ends; one that is never closed runs to the end of the page, as in browsers."""
    closing = _CLOSING[name].search(html, at)
    return len(html) if closing is None else _end_of_tag(html, closing.start())


def _metadata(block: str) -> str:
    """The block if it is metadata, else nothing."""
    is_metadata = "application/ld+json" in block[:200].lower() and len(block) <= _LONGEST_METADATA
    return _WRAPPED.sub("", block) if is_metadata else " "


def unframed(html: str) -> str:
    """The page with the pages that its frames bear in them; as it is where none does."""
    return _FRAMED.sub(lambda found: unescape(found[1] or found[2] or ""), html)


def _short_tag(tag: str, head: str) -> str:
    is_plain = len(tag) <= _LONGEST_TAG and tag.count("=") <= _MOST_ATTRIBUTES
    return tag if is_plain and len(tag.split()) <= 4 * _MOST_ATTRIBUTES else head + ">"
