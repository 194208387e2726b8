"""What a piece of markup is, told from its opening, and whether its entities are a trap."""

import re

from sayso.model import Reason
from sayso.sources.refused import Refused

_SPACE = re.compile(r"[\s\ufeff\0]*")
_NAME = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_DECLARATION = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\s")
# The opening tags by which the WHATWG MIME Sniffing standard knows HTML, and those that came after it.
_HTML_TAGS = frozenset(
    "html head script iframe h1 h2 h3 div font table a style title b body br p article section main meta "
    "link span ul ol header nav base center blockquote".split()
)
_WITHIN_A_LINE = frozenset("em i s small strong strike sub sup tt u".split())
_PAGE = re.compile(r"^[ \t]*(?:<!doctype\s+html[\s>]|<html[\s>])", re.IGNORECASE | re.MULTILINE)
_PARTS_OF_PAGE = re.compile(r"<(?:head|body)[\s>]", re.IGNORECASE)
_FEED = re.compile(r"<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_ENTRIES = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_OF_ENTRIES = re.compile(r"<(?:title|link|summary|description|content|guid|id)[\s>]", re.IGNORECASE)
OPENING = 4096
"""How far into a text the beginning of a page or feed is looked for."""
BEGINS_FEED = re.compile(
    r"^[ \t]*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:\w+:)?(rss|feed|rdf)\s[^<>]{0,2000}?\b(?:version|xmlns)",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a feed begins that stands behind something else, such as a server's warning."""
_DOCTYPE_TOKEN = re.compile(r"<!--|[\"'\[\]>]")
_ANY_TAG = re.compile(
    r"</?(?:" + "|".join(sorted(_HTML_TAGS | _WITHIN_A_LINE)) + r")(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)

_ENTITY = re.compile(r"<!ENTITY\s+(%\s+)?([^\s%\"'<>]+)\s+(SYSTEM|PUBLIC|\"[^\"]*\"|'[^']*')")
_REFERENCE = re.compile(r"&([^\s;&#<]{1,100});")
# Expansion that a real document may need: a few addresses and special characters, many times over.
_EXPANSION = 1 << 20


def root_of(text: str) -> str | None:
    """The lower-case local name of the first element, past declaration, comments and DOCTYPE.

    None where the text does not open as markup does. `!` stands for a bare list of declarations.
    """
    at = 0
    while True:
        at = _after_space(text, at)
        if text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            if re.match(r"<!doctype\s+html\s*>", text[at : at + 100], re.IGNORECASE):
                return "html"
            at = _after_doctype(text, at)
        else:
            break
        if at < 0:
            return None
    if _DECLARATION.match(text, at):
        return "!"
    name = _NAME.match(text, at)
    return name[1].lower() if name else None


def feed_in(text: str) -> str | None:
    """The root of a feed or sitemap whose beginning is broken, told by what can still be made out of it."""
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return None
    if found := _FEED.search(text[:OPENING]):
        return found[1].lower()
    return "feed" if _ENTRIES.search(text) and _OF_ENTRIES.search(text) else None


def is_html(root: str | None) -> bool:
    """Whether a first tag of that name opens a page or a piece of one."""
    return root in _HTML_TAGS


def begins_page(text: str) -> bool:
    """Whether a page begins near the beginning, after something that is no markup (a server's warning)."""
    return bool(_PAGE.search(text[:OPENING]) and _PARTS_OF_PAGE.search(text))


def has_tags(text: str) -> bool:
    """Whether any tag of HTML stands in the text."""
    return bool(_ANY_TAG.search(text))


def feed_after(text: str) -> str | None:
    """The root of a feed that begins near the beginning, after something that is none."""
    found = BEGINS_FEED.search(text[:OPENING])
    return found[1].lower() if found else None


def without_tags(text: str) -> str:
    """The text without the tags of HTML that stand in it."""
    return _ANY_TAG.sub("", text)


def is_xml(text: str, root: str | None) -> bool:
    """Whether markup with an unknown root is XML and not prose that opens with a bracket."""
    opening = text.lstrip("\ufeff \t\r\n")
    if root is None:
        return opening.startswith(("<?xml", "<!DOCTYPE"))
    prolog = opening.startswith(("<?xml", "<!DOCTYPE", "<!--")) or root == "!"
    return prolog or bool(re.search(rf"</(?:[\w.-]+:)?{re.escape(root)}\s*>\s*$", text[-400:], re.IGNORECASE))


def refuse_entity_bomb(text: str) -> None:
    """Refuse XML whose entities nest, expand beyond all measure, or stand for something outside.

    Parameter entities that stand outside (the Latin 1 set of RSS 0.91) pass: nothing is ever fetched.
    """
    doctype = re.search(r"<!DOCTYPE", text, re.IGNORECASE)
    if not doctype:
        return
    end = _after_doctype(text, doctype.start())
    subset = text[doctype.start() : end if end > 0 else len(text)]
    values = {}
    for parameter, name, value in _ENTITY.findall(subset):
        if parameter:
            if "%" in value or "&" in value:
                raise Refused(Reason.BOMB, "entities made of entities")
        elif value in ("SYSTEM", "PUBLIC"):
            raise Refused(Reason.MALFORMED, f"entity {name[:50]!r} stands for something outside the document")
        elif _REFERENCE.search(value):
            raise Refused(Reason.BOMB, "entities made of entities")
        else:
            values[name] = len(value)
    if values and sum(values.get(name, 0) for name in _REFERENCE.findall(text)) > _EXPANSION:
        raise Refused(Reason.BOMB, "entities that expand beyond all measure")


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _after(text: str, closing: str, at: int) -> int:
    found = text.find(closing, at)
    return found + len(closing) if found >= 0 else -1


def _after_doctype(text: str, at: int) -> int:
    """Where the DOCTYPE that begins at `at` ends; -1 where it does not.

    Quoted values and comments may hold brackets, so only what stands outside them counts.
    """
    depth = 0
    while token := _DOCTYPE_TOKEN.search(text, at):
        at = token.end()
        match token[0]:
            case "[":
                depth += 1
            case "]":
                depth -= 1
            case ">" if depth <= 0:
                return at
            case "<!--" | '"' | "'" as opening:
                at = _after(text, "-->" if opening == "<!--" else opening, at)
                if at < 0:
                    return -1
    return -1
