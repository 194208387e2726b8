"""Posts: what is passed on whole under its author's name: "@orlo: …", "Forwarded from …", "Source: …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sayso.annotate.attributions.labels import under_label
from sayso.annotate.attributions.speaking import tells
from sayso.annotate.words import words_in
from sayso.model import Attribution, Near, Span, trimmed

_HANDLE = r"@\w{2,30}"
_ABOVE = re.compile(
    r"^[ \t]{0,4}(?:"
    # "RT @orlo: …", "@orlo - …"
    rf"(?:(?:RT|QT|via)[ \t]{{1,3}})?(?P<handle>{_HANDLE})[ \t]{{0,3}}(?:[:—–]|-[ \t])"
    # "Orlo Press @orlo · May 9", "Orlo Press (@orlo): …", but not "By Ana Brisk @brisk"
    rf"|(?!by[ \t])(?P<name>[^\W\d_][^\n@:.!?()|]{{1,60}}?)[ \t]{{0,3}}[(|]?[ \t]?{_HANDLE}\)?"
    r"[ \t]{0,3}(?::|[·•][^\n]{1,40}(?=\n))"
    # "Forwarded from Orlo Press:", "Orlo Press [Telegram]"
    r"|(?:forwarded|reposted?|shared)[ \t](?:message[ \t])?(?:from|by)[: \t]{1,3}"
    r"(?P<from>[^\n:@]{2,80}?)[ \t]{0,3}(?::|(?=\n))"
    r"|(?P<channel>[^\W\d_][^\n:.!?\[\]()]{1,60}?)[ \t]{0,3}[\[(](?:facebook|telegram|twitter|vk|whatsapp|x)"
    r"(?:[ \t](?:channel|page|post))?[\])][ \t]{0,3}(?::|(?=\n)))",
    re.IGNORECASE | re.MULTILINE,
)
_BELOW = re.compile(
    r"^[ \t]{0,4}[\[(]?(?:source|sources|src|via|reported by)[ \t]{0,2}:[ \t]{0,3}"
    r"(?P<label>(?!https?:)[@\w][^\n:\[\]]{1,80}?)[\])]?[.]?[ \t]{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n[ \t\r]{0,20}\n")
_LONGEST_POST = 4_000


def posted(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the posts that a report passes on, each as what its author says."""
    pairs = [*_under_names(text), *_over_sources(text)]
    posts = Near((source, None) for source, _ in pairs)
    kept = [one for one in attributions if one.source is None or not posts.touching(one.source)]
    return [*kept, *(under_label(source, content) for source, content in pairs)]


def _under_names(text: str) -> Iterator[tuple[Span, Span]]:
    """Posts that stand under or behind their author's name, up to the next one or the paragraph's end.

    A report that begins with such a name is all of it one post.
    """
    names = list(_ABOVE.finditer(text))
    opening = len(text) - len(text.lstrip())
    for name, following in zip_longest(names, names[1:]):
        end = min(following.start() if following else len(text), name.end() + _LONGEST_POST)
        if name.start() > opening:
            gap = _PARAGRAPH.search(text, name.end() + 1, end)
            end = gap.start() if gap else end
        content = trimmed(text, name.end(), end)
        if content and _tells(text, content):
            yield Span(*name.span(name.lastgroup or 0)), content


def _over_sources(text: str) -> Iterator[tuple[Span, Span]]:
    """What stands above a line that names its source: the rest of its paragraph, or the only one above it."""
    low = 0
    for source in _BELOW.finditer(text):
        above = trimmed(text, max(low, source.start() - _LONGEST_POST), source.start())
        low = source.end()
        if above is None:
            continue
        gaps = [gap.end() for gap in _PARAGRAPH.finditer(text, above.start, above.end)]
        is_apart = bool(_PARAGRAPH.search(text, above.end, source.start()))
        if gaps and is_apart:
            continue
        content = Span(gaps[-1] if gaps else above.start, above.end)
        if _tells(text, content):
            yield Span(*source.span("label")), content


def _tells(text: str, content: Span) -> bool:
    return tells(list(words_in(text, content.start, content.end)))
