import datetime
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError

TEXT = "Rebels shelled Orlo on Sunday, killing four people, the clinic said."


def test_read_pins_every_value_to_its_words():
    reading = sayso.read(TEXT, published="2031-05-06", outlet="Tessera Wire")
    (attribution,) = reading.attributions
    (event,) = reading.events
    (toll,) = event.tolls
    assert attribution.who == "the clinic"
    assert event.trigger.of(reading.text).startswith("shelled")
    assert event.date == "2031-05-04"
    assert (toll.span.of(reading.text), toll.low, toll.effect) == ("four people", 4, "killed")
    assert event.attribution == 0


def test_read_keeps_the_text_as_it_came():
    text = "  Two  spaces\tand a tab.\nNo wrap \U0001f30d here."
    assert sayso.read(text).text == text


def test_read_without_a_date_invents_none():
    (event,) = sayso.read(TEXT).events
    assert event.date is None
    assert event.date_span is not None


def test_read_refuses_an_empty_text():
    with pytest.raises(sayso.Refused, match="empty"):
        sayso.read("   ")


@pytest.mark.parametrize("published", ["2031-05-06", "6 May 2031", datetime.date(2031, 5, 6)])
def test_read_takes_a_date_however_it_is_written(published: str | datetime.date):
    assert sayso.read(TEXT, published=published).document.published == "2031-05-06"


@pytest.mark.parametrize("published", ["yesterday", "2031-02-30", ""])
def test_read_does_not_pass_over_a_date_that_it_cannot_read(published: str):
    with pytest.raises(UsageError, match="write it as 2031-05-03"):
        sayso.read(TEXT, published=published)


@pytest.mark.parametrize("given", [Path("report.txt"), TEXT.encode(), None])
def test_read_says_that_it_takes_a_text(given: object):
    with pytest.raises(UsageError, match="takes the text of a report"):
        sayso.read(given)


def test_the_public_names_are_what_a_notebook_offers():
    assert dir(sayso) == sorted(sayso.__all__)
    assert [name for name in sayso.__all__ if not getattr(sayso, name).__doc__] == []


def test_the_example_of_the_package_runs():
    assert doctest.testmod(sayso).failed == 0


def test_importing_sayso_loads_no_database_and_no_parser():
    code = "import sys, sayso; sys.exit(bool({'sqlalchemy', 'lxml', 'pyarrow'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
