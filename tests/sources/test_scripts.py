"""Pages without their scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reason
from sayso.sources.refused import Refused
from sayso.sources.scripts import _LARGE, without_scripts

SAID = b"<p>The harbour master of Orlo said two boats were lost.</p>"
JUNK = b"x<y;" * (_LARGE // 4 + 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<script>", b"</script>"),
        (b"<SCRIPT type=module>", b"</ScRiPt >"),
        (b"<style>", b"</style>"),
        (b"<svg viewBox='0 0 1 1'>", b"</svg>"),
        (b"<!-- ", b" -->"),
    ],
)
def test_without_scripts_leaves_what_stands_around_them(before: bytes, after: bytes) -> None:
    assert without_scripts(b"<html>" + before + JUNK + after + SAID, cap=1_000) == b"<html>" + SAID


def test_without_scripts_keeps_metadata_of_moderate_length() -> None:
    metadata = b'<script type="application/ld+json">{"headline": "Boats lost"}</script>'
    assert without_scripts(metadata + b"<style>" + JUNK + b"</style>" + SAID, cap=1_000) == metadata + SAID
    long = metadata.replace(b"Boats lost", JUNK)
    assert without_scripts(long + SAID, cap=1_000) == SAID


def test_without_scripts_takes_one_that_never_ends_as_running_to_the_end() -> None:
    assert without_scripts(SAID + b"<script>" + JUNK, cap=1_000) == SAID


def test_without_scripts_refuses_what_is_still_too_large() -> None:
    with pytest.raises(Refused) as refused:
        without_scripts(JUNK, cap=1_000)
    assert refused.value.reason is Reason.TOO_LARGE


@given(st.binary(max_size=1_000))
def test_without_scripts_leaves_small_pages_alone(content: bytes) -> None:
    assert without_scripts(content, cap=1_000) == content
