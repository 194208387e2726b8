"""The reading sheet: one report on screen or paper, voice by voice."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.cli.printable import printable, spaced
from sayso.cli.voices import Chain, Heard, Passage, Version, voice_of, voices_in
from sayso.cli.wording import argument_words, office_words, toll_words, voice_words
from sayso.model import Argument, Assertion, Event, Reading, Toll

_ASSERTION_STYLE: Mapping[Assertion, str] = {
    Assertion.HAPPENED: "dim",
    Assertion.DENIED: "bold red",
    Assertion.PLANNED: "yellow",
    Assertion.POSSIBLE: "magenta",
    Assertion.CALLED_FOR: "yellow",
}
_TYPE_COLUMN = 10
"""As wide as the longest event type or assertion."""


def sheet(reading: Reading) -> RenderableType:
    """One reading as a sheet for people: who says what happened to whom, where, when, with what toll."""
    parts = [*_header(reading)]
    for heard in voices_in(reading):
        parts += [Text(), *_voice(heard, reading)]
    if reading.offices:
        parts += [Text(), Text("Offices", style="bold")]
        parts += [_indented(Text(office_words(office, reading))) for office in reading.offices]
    if not (reading.attributions or reading.events or reading.tolls):
        parts += [Text(), Text("Nobody is quoted and no event was found.", style="dim")]
    return Group(*parts, Text())


def _header(reading: Reading) -> Iterator[RenderableType]:
    document = reading.document
    title = document.title or " ".join(document.text[:200].split())[:76] + "…"
    yield Text(printable(title), style="bold")
    about = [document.outlet, document.byline, document.published, document.language]
    if any(about):
        yield Text(" · ".join(printable(each) for each in about if each))
    place = [document.origin, document.part, document.external_id]
    yield Text(" · ".join([*(printable(each) for each in place if each), document.id]), style="dim")
    if warnings := [*document.flags, *(f"{repair.kind} repaired" for repair in document.repairs)]:
        yield Text("note: " + ", ".join(map(printable, warnings)), style="yellow")
    yield Rule(style="dim", characters="─")


def _voice(heard: Heard, reading: Reading) -> Iterator[RenderableType]:
    yield Text(voice_words(heard.chain, outlet=reading.document.outlet), style="bold underline")
    for number, passage in enumerate(heard.passages):
        yield Padding(_words(passage, reading), (1 if number else 0, 0, 0, 2))
        if passage.versions or passage.tolls:
            yield Padding(_values(passage, heard, reading), (0, 0, 0, 4))


def _words(passage: Passage, reading: Reading) -> Text:
    """The passage's own words, each trigger and toll in bold."""
    events = [one.event for one in passage.versions]
    tolls = [*passage.tolls, *(toll for event in events for toll in event.tolls)]
    pins = sorted({event.trigger for event in events} | {toll.span for toll in tolls})
    words, start = Text(style="italic"), passage.span.start
    for pin in pins:
        if pin.start < start or pin.end > passage.span.end:
            continue
        words.append(spaced(reading.text[start : pin.start]))
        words.append(printable(pin.of(reading.text)), style="bold")
        start = pin.end
    words.append(spaced(reading.text[start : passage.span.end]))
    return words


def _values(passage: Passage, heard: Heard, reading: Reading) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=_TYPE_COLUMN)
    table.add_column(overflow="fold")
    for version in passage.versions:
        event, left = version.event, Text()
        left.append(event.type.value, style="bold cyan")
        left.append(f"\n{event.assertion.value}", style=_ASSERTION_STYLE[event.assertion])
        table.add_row(left, Text("\n").join(_event_lines(version, heard, reading)))
    for toll in passage.tolls:
        table.add_row(Text("toll", style="cyan"), Text(_toll(toll, heard, reading)))
    return table


def _event_lines(version: Version, heard: Heard, reading: Reading) -> Iterator[Text]:
    event = version.event
    first = Text(printable(event.trigger.of(reading.text)), style="bold")
    for known in (event.mode, _when(event, reading)):
        if known:
            first.append(f" · {known}", style="not bold")
    yield first
    doers = [argument_words(actor, reading) for actor in event.actors]
    doers += [f"{argument_words(one, reading)} ({_according_to(chain)})" for one, chain in version.blamed]
    if doers or event.recipients:
        sides = (", ".join(doers) or "?", _named(event.recipients, reading))
        yield Text(" → ".join(filter(None, sides)))
    if event.places:
        yield Text(f"in {_named(event.places, reading)}")
    if event.instruments:
        yield Text(f"with {_named(event.instruments, reading)}")
    for toll in event.tolls:
        yield Text(_toll(toll, heard, reading), style="red")
    if version.others:
        others = (voice_words(chain, outlet=None) if chain else "the report" for chain in version.others)
        yield Text(f"also told by {'; '.join(others)}", style="dim")


def _when(event: Event, reading: Reading) -> str:
    words = printable(event.date_span.of(reading.text)) if event.date_span else ""
    quoted = f"“{words}”" if words and words != event.date else ""
    return f"{event.date} ({quoted})" if event.date and quoted else event.date or quoted


def _named(arguments: tuple[Argument, ...], reading: Reading) -> str:
    return ", ".join(argument_words(argument, reading) for argument in arguments)


def _toll(toll: Toll, heard: Heard, reading: Reading) -> str:
    """A toll in words, with its own voice where that is not the voice it is printed under."""
    words, chain = toll_words(toll, reading), voice_of(toll.attribution, reading)
    if chain == heard.chain:
        return words
    return f"{words}, {_according_to(chain)}"


def _according_to(chain: Chain) -> str:
    return f"according to {voice_words(chain, outlet=None) if chain else 'the report itself'}"


def _indented(renderable: RenderableType) -> Padding:
    return Padding(renderable, (0, 0, 0, 2))
