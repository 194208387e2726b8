"""What an incident was before it grew stays, packed, and can be compared and verified as if it were not."""

import pytest
from sqlalchemy import select

from sayso.ledger.schema import incidents
from sayso.ledger.superseding import packed, unpacked
from tests.ledger.behind import done
from tests.ledger.cases import group, report

LATER = "2031-05-09T06:00:00+00:00"


def contents(ledger):
    """The content of every version, the current one last."""
    with ledger._store.reading() as connection:
        return list(connection.scalars(select(incidents.c.content).order_by(incidents.c.number)))


@pytest.fixture
def grown(ledger):
    group(ledger, report("Sarn Wire", 3))
    group(ledger, report("Orlo Post", 5, who="the mayor"), at=LATER)
    return ledger


def test_only_the_current_version_is_plain_json(grown):
    before, now = contents(grown)
    assert now.startswith("{")
    assert not before.startswith("{")
    assert unpacked(before).startswith('{"account":')
    assert len(before) < len(unpacked(before)) * 0.7


def test_a_packed_version_is_verified_and_compared(grown):
    assert list(grown.verify()) == []
    moved = [change for change in grown.changes(LATER) if change.field == "killed"]
    assert [(change.before, change.after) for change in moved] == [(None, "5")]


@pytest.mark.parametrize("damage", ["'A' || substr(content, 2)", "substr(content, 9)", "'no base64'", "''"])
def test_verify_sees_a_damaged_packed_version(grown, damage):
    done(grown, f"UPDATE incidents SET content = {damage} WHERE superseded_by IS NOT NULL")  # noqa: S608
    found = [problem.what for problem in grown.verify()]
    assert "is not what was filed" in found


def test_a_version_that_an_earlier_sayso_left_as_json_is_read_as_well(grown):
    plain = unpacked(contents(grown)[0]).replace("'", "''")
    done(grown, f"UPDATE incidents SET content = '{plain}' WHERE superseded_by IS NOT NULL")  # noqa: S608
    assert list(grown.verify()) == []


@pytest.mark.parametrize("content", ['{"a":"\\ud83d"}', "{}", '{"é":"\U0001f525"}'])
def test_what_is_packed_comes_back(content):
    assert unpacked(packed(content)) == unpacked(content) == content


@pytest.mark.parametrize("content", ["", "AAAA", "é", "no", packed("{}")[:-4]])
def test_what_nobody_packed_is_a_value_error(content):
    with pytest.raises(ValueError, match=r"."):
        unpacked(content)
