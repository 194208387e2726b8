import io
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.cli.sheet import sheet
from sayso.model import Reading, Span
from tests import factory
from tests.claims.test_claims import blamed
from tests.cli.readings import market_reading


def printed(reading: Reading, *, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    with console.capture() as captured:
        console.print(sheet(reading))
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def test_sheet_of_a_report():
    assert printed(market_reading()).strip() == MARKET.strip()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_sheet_keeps_to_the_width_of_the_screen(width: int):
    assert max(map(len, printed(market_reading(), width=width).splitlines())) <= width


def test_sheet_says_so_when_there_is_nothing_to_show():
    assert "Nobody is quoted and no event was found." in printed(factory.reading())


def test_sheet_prints_no_control_character_of_a_report():
    assert "\x1b" not in printed(
        factory.reading("\x1b[31mRed alert\x07 in Orlo.", title="A \x1b]0;x\x07 title")
    )


def test_sheet_says_on_whose_word_somebody_did_it():
    assert "the rebels (according to The minister)" in printed(
        blamed("A blast hit the mill.", "The minister blamed the rebels.")
    )


def test_sheet_gives_an_event_to_each_voice_that_tells_of_it():
    reading = blamed("A blast hit the mill.", "The minister blamed the rebels for the explosion.")
    start = reading.text.index("explosion")
    again = replace(reading.events[0], also=(Span(start, start + len("explosion")),))
    own, minister = printed(replace(reading, events=(again,))).split("own voice")[1].split("\nThe minister\n")
    assert (
        own == "\n  A blast hit the mill.\n    ASSAULT     blast\n    happened    also told by The minister\n"
    )
    assert "ASSAULT     explosion\n    happened    the rebels\n" in minister
    assert "also told by the report" in minister


MARKET = """
Shells hit Orlo
Sarn Wire · 2031-05-06 · en
made.txt · d-1c01ea231f0cbb9654db
────────────────────────────────────────────────────────────────────────────────

Sarn Wire, in its own voice
  Shells fell on the market of Orlo on Tuesday.
    ASSAULT     Shells fell · heavy-weapons · 2031-05-05 (“on Tuesday”)
    happened    ? → the market
                in Orlo
                9 people killed (“nine people”), according to Mayor Ines Varga

Mayor Ines Varga
  nine people were killed

  the army had told her that it “fired no shot”

Mayor Ines Varga ← the army
  it “fired no shot”
    ASSAULT     fired
    denied      the army

Offices
  Ines Varga: Mayor
"""
