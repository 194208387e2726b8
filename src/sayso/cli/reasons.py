"""Reasons: why each date, place and party of a reading was chosen, as a list for people."""

from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.annotate.explain import explain
from sayso.annotate.places import GazetteerOptions
from sayso.cli.printable import printable
from sayso.model import Reading


def reasons(
    reading: Reading, *, gazetteer: GazetteerOptions, parties: tuple[Path, ...] = ()
) -> RenderableType:
    """Each explained stretch of words once, with its value and the reasons for it, strongest first."""
    parts: list[RenderableType] = [Text("Why", style="bold")]
    seen: set[tuple[str, str]] = set()
    for found in explain(reading, options=gazetteer, parties=parties):
        words = " ".join(found.span.of(reading.text).split())
        if (words, found.value) in seen:
            continue
        seen.add((words, found.value))
        line = Text(printable(words), style="italic")
        line.append(f" → {printable(found.value)}", style="not italic bold")
        parts.append(Padding(line, (0, 0, 0, 2)))
        parts += [Padding(Text(printable(reason), style="dim"), (0, 0, 0, 4)) for reason in found.reasons]
    return Group(*parts, Text())
