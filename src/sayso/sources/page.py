"""One report from the bytes of one page, letter or file."""

from sayso.model import Declared, Media, RawItem, Reason
from sayso.sources.detect import Format, detect
from sayso.sources.pdf import text_of_pdf
from sayso.sources.refused import Refused
from sayso.sources.scripts import without_scripts
from sayso.sources.stream import HEAD

_MEDIA = {Format.TEXT: Media.TEXT, Format.HTML: Media.HTML}


def to_item(
    content: bytes,
    *,
    cap: int,
    origin: str,
    part: str | None = None,
    named: str | None = None,
    charset: str | None = None,
    declared: Declared | None = None,
) -> RawItem:
    """The item that some bytes are, where they are a page, a plain text or a PDF. Refused otherwise.

    Refused as too large, too, where they are more than `cap` bytes, the scripts of a page not counted.
    """
    if not content.strip():
        raise Refused(Reason.EMPTY)
    format = detect(content[:HEAD], named=named)
    known = declared or Declared()
    if format is Format.HTML:
        content = without_scripts(content, cap=cap)
    elif len(content) > cap:
        raise Refused(Reason.TOO_LARGE, f"more than {cap:,} bytes")
    if format is Format.PDF:
        text = text_of_pdf(content)
        return RawItem(origin=origin, part=part, media=Media.TEXT, content=text, declared=known)
    if format not in _MEDIA:
        raise Refused(Reason.UNSUPPORTED_FORMAT, f"a page was expected here, not {format.value}")
    return RawItem(
        origin=origin, part=part, media=_MEDIA[format], content=content, charset=charset, declared=known
    )
