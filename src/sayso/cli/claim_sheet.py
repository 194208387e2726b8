"""The sheet of one claim: what it asserts, on whose say-so, and in which words."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.printable import printable, spaced
from sayso.cli.ruled import corrected_to
from sayso.cli.wording import toll_number
from sayso.model import Claim, ClaimKind, Decision, Document, Ruling


def claim_sheet(claim: Claim, document: Document, decisions: Sequence[Decision] = ()) -> RenderableType:
    """One claim as a sheet for people, with the decisions about it that hold."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", min_width=9)
    table.add_column()
    for name, value in _rows(claim):
        table.add_row(name, Text(printable(value)))
    about = [document.outlet, document.published, document.title, document.id]
    return Group(
        Text(f"{claim.kind.value} claim {claim.id}", style="bold"),
        Text(" · ".join(printable(each) for each in about if each), style="dim"),
        Text(),
        _words(claim, document),
        Text(),
        table,
        Text(),
        Text("On whose say-so", style="bold"),
        *_chain(claim, document),
        *([Text(), Text("What people decided", style="bold")] if decisions else ()),
        *(Text(f"  {printable(_ruling(decision))}") for decision in decisions),
        Text(),
    )


def _ruling(decision: Decision) -> str:
    """A decision in words: `corrected: places → Orlo (wrong town), Ana, 2031-05-07`."""
    what = f": {decision.field}{corrected_to(decision)}" if decision.field else ""
    why = f" ({decision.why})" if decision.why else ""
    return (
        f"{_SAID.get(decision.verdict, decision.verdict.value)}{what}{why}, {decision.by}, {decision.at[:10]}"
    )


_SAID: Mapping[Ruling, str] = {
    Ruling.ACCEPT: "accepted",
    Ruling.CORRECT: "corrected",
    Ruling.NOTE: "noted",
    Ruling.REJECT: "rejected",
    Ruling.SKIP: "left for somebody else",
}


def _words(claim: Claim, document: Document) -> Text:
    before = document.text[claim.context.start : claim.evidence.start]
    after = document.text[claim.evidence.end : claim.context.end]
    words = Text(style="italic")
    words.append(spaced(before))
    words.append(printable(claim.evidence.of(document.text)), style="bold")
    return words.append(spaced(after))


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.kind is ClaimKind.TOLL and claim.qualifier and claim.of and claim.effect:
        number = toll_number(claim.qualifier, low=claim.low, high=claim.high)
        yield "toll", f"{number} {claim.of.value} {claim.effect.value}"
    known = (
        ("what", " ".join(filter(None, [claim.type, claim.mode]))),
        ("assertion", claim.assertion),
        ("who", ", ".join(claim.actors)),
        ("whom", ", ".join(claim.recipients)),
        ("where", ", ".join(claim.places)),
        ("when", claim.date),
        ("event", claim.event),
        ("person", claim.person),
        ("title", claim.title),
        ("of", claim.body),
        ("confidence", f"{claim.confidence:.2f}" if claim.confidence < 1 else None),
    )
    yield from ((name, value) for name, value in known if value)


def _chain(claim: Claim, document: Document) -> Iterator[Text]:
    """Who says so, one line each, the outlet first."""
    yield Text(
        f"  {printable(document.outlet or 'the outlet')}" + ("" if claim.chain else ", in its own voice")
    )
    for depth, voice in enumerate(claim.chain, start=1):
        cue = voice.cue.of(document.text) if voice.cue else "in quotation marks"
        line = Text("  " * depth + "  ← ", style="dim")
        line.append(printable(voice.who or "somebody unnamed"), style="not dim")
        yield line.append(f" ({voice.form.value}: {printable(cue)})")
