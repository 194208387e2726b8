"""Words that stand beside paragraphs and in none: the extractor passes over them, a report's first often."""

import re

import lxml.html
from lxml import etree

# A cheap look at whether there are any: words for more than a byline, some tags within a line, a paragraph.
_WITHIN_A_LINE = (
    "a abbr acronym b bdi bdo big br cite code em font i mark q s small span strike strong sub sup tt u wbr"
)
_LOOSE = re.compile(
    r">[^<>]{40,}+(?:</?(?:" + "|".join(_WITHIN_A_LINE.split()) + r")\b[^<>]*+>[^<>]*+){0,20}+</?(?:p|div)\b"
    r"|</p>[^<>]{40,}+",
    re.IGNORECASE,
)
_INLINE = frozenset(_WITHIN_A_LINE.split())
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*>")
_FEWEST_WORDS = 8


def in_paragraphs(markup: str) -> str:
    """The page with what stands loose beside its paragraphs put into paragraphs, too.

    `<div>Nine people died.<p>The mayor said so.</div>` is how many pages open, and most old ones.
    """
    if not _LOOSE.search(markup):
        return markup
    declaration = _DECLARATION.match(markup)
    root = lxml.html.document_fromstring(markup[declaration.end() :] if declaration else markup)
    parents = [parent for each in root.iter("p") if (parent := each.getparent()) is not None]
    wrapped = [_wrapped(parent) for parent in dict.fromkeys(parents)]
    return lxml.html.tostring(root, encoding="unicode") if any(wrapped) else markup


def _wrapped(parent: "etree._Element") -> bool:
    """Put each stretch of loose words in an element into a paragraph; whether there was one."""
    found = False
    before: etree._Element | None = None
    text, inline = parent.text or "", list[etree._Element]()
    for child in [*parent, None]:
        if child is not None and _is_inline(child):
            inline.append(child)
            continue
        if _words_in(text, inline) >= _FEWEST_WORDS:
            found = True
            paragraph = etree.Element("p")
            if child is None:
                parent.append(paragraph)
            else:
                child.addprevious(paragraph)
            paragraph.text = text
            paragraph.extend(inline)
            if before is None:
                parent.text = None
            else:
                before.tail = None
        if child is not None:
            before, text, inline = child, child.tail or "", []
    return found


def _is_inline(element: "etree._Element") -> bool:
    """Whether an element (or comment) stands within a line and holds no paragraphs itself."""
    if not isinstance(element.tag, str):
        return True
    return element.tag in _INLINE and next(element.iter("p"), None) is None


def _words_in(text: str, inline: "list[etree._Element]") -> int:
    """How many words stand there, those of links alone not counted."""
    count = len(text.split())
    for each in inline:
        count += len((each.tail or "").split())
        if each.tag != "a" and isinstance(each.tag, str):
            count += sum(len(words.split()) for words in each.itertext())
    return count
