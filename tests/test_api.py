import subprocess
import sys

import pytest

import sayso
from sayso.errors import Refused

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
    with pytest.raises(Refused, match="empty"):
        sayso.read("   ")


def test_importing_sayso_loads_no_database_and_no_parser():
    code = "import sys, sayso; sys.exit(bool({'sqlalchemy', 'lxml', 'pyarrow'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
