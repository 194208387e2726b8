"""A page without its scripts: some pages hide a report of two kilobytes behind megabytes of program."""

import re

from sayso.model import Reason
from sayso.sources.refused import Refused

# Parsers that meet so much script give up in silence, and the page comes out empty.
_LARGE = 1 << 20
# Metadata is written as a script, too (schema.org's JSON-LD); none that is of use is longer.
_LONGEST_METADATA = 200_000

_OPENING = re.compile(rb"<(?:(script|style|svg)(?=[\s/>])|!--)", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE) for name in (b"script", b"style", b"svg")
}
_COMMENT_END = re.compile(rb"--!?>")
_METADATA = b"application/ld+json"


def without_scripts(content: bytes, *, cap: int) -> bytes:
    """The bytes of a page, of a large one without scripts, styles, drawings and comments.

    Refused as too large where more than `cap` bytes are left. A page in an encoding in which `<script` is
    spelt in other bytes than ASCII's is only measured.
    """
    if len(content) > _LARGE:
        content = b"".join(_kept(content))
    if len(content) > cap:
        raise Refused(Reason.TOO_LARGE, f"more than {cap:,} bytes")
    return content


def _kept(content: bytes) -> list[memoryview]:
    view, kept, at = memoryview(content), [], 0
    while opening := _OPENING.search(content, at):
        kept.append(view[at : opening.start()])
        at = _end_of(content, opening)
        is_metadata = _METADATA in content[opening.start() : opening.start() + 200].lower()
        if is_metadata and at - opening.start() <= _LONGEST_METADATA:
            kept.append(view[opening.start() : at])
    kept.append(view[at:])
    return kept


def _end_of(content: bytes, opening: re.Match[bytes]) -> int:
    """Where a block ends; one that is never closed runs to the end of the page, as in browsers."""
    if opening[1] is None:
        end = _COMMENT_END.search(content, opening.start() + 2)
        return end.end() if end else len(content)
    closing = _CLOSING[opening[1].lower()].search(content, opening.end())
    at = content.find(b">", closing.end()) if closing else -1
    return len(content) if at < 0 else at + 1
