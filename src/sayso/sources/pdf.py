"""The text of a PDF, page by page."""

import re

from sayso.errors import MissingExtra
from sayso.model import Reason
from sayso.sources.refused import Refused
from sayso.sources.running import in_one

_MOST_PAGES = 2_000
# How the library gives a hyphen at which a line was broken.
_HYPHEN = re.compile("\ufffe(.?)")


def text_of_pdf(content: bytes) -> str:
    """The words of a PDF in reading order, pages set apart by an empty line, running heads said once.

    Refused where the `pdf` extra is not installed, the file is broken, large or locked, or its pages are
    pictures.
    """
    try:
        import pypdfium2
    except ImportError:
        raise Refused(Reason.MISSING_EXTRA, str(MissingExtra(extra="pdf", what="reading PDF"))) from None
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > _MOST_PAGES:
                raise Refused(Reason.TOO_LARGE, f"a PDF of more than {_MOST_PAGES:,} pages")
            pages = [_text_of(page) for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Refused(Reason.UNREADABLE, "the PDF is locked with a password") from None
        raise Refused(Reason.MALFORMED, f"PDF: {error}") from None
    text = in_one(pages)
    if not text:
        raise Refused(Reason.EMPTY_EXTRACTION, "the pages of the PDF are pictures, with no text in them")
    return text


def _text_of(page: object) -> str:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    try:
        text = str(text_page.get_text_range()).replace("\r\n", "\n").strip()
        return _HYPHEN.sub(lambda found: found[1] if found[1].islower() else f"-{found[1]}", text)
    finally:
        text_page.close()
        page.close()  # type: ignore[attr-defined]
