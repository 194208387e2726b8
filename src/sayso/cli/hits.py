"""A search hit in a few lines."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.cli.printable import printable, spaced
from sayso.ledger import Hit


def hit_lines(hit: Hit) -> RenderableType:
    """The document that was found, and the words that show why."""
    about = [hit.document, hit.outlet, hit.published]
    return Group(
        Text(printable(hit.title or "untitled"), style="bold"),
        Text(" · ".join(printable(each) for each in about if each), style="dim"),
        Padding(_snippet(hit), (0, 0, 1, 2)),
    )


def _snippet(hit: Hit) -> Text:
    words, at = Text(), 0
    first = hit.span.start if hit.span else 0
    for match in hit.matches:
        words.append(spaced(hit.snippet[at : match.start - first]))
        words.append(printable(hit.snippet[match.start - first : match.end - first]), style="bold yellow")
        at = match.end - first
    return words.append(spaced(hit.snippet[at:]))
