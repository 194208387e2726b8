from pathlib import Path

from sayso.ledger import Ledger
from sayso.pipeline.grouping import brought_up_to_date
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes

AT = "2031-05-07T00:00:00+00:00"


def test_grouping_tells_how_far_it_is(tmp_path: Path):
    told: list[tuple[int, str]] = []
    with Ledger.open(tmp_path / "made.sqlite") as ledger:
        outcomes.add(ledger, a_reading())
        regrouped = brought_up_to_date(ledger, at=AT, follow=lambda count, what: told.append((count, what)))
        assert brought_up_to_date(ledger, at=AT, follow=lambda *_: told.append((0, "again"))) is None
    assert regrouped is not None
    assert told == [(1, "reports taken in"), *((n + 1, "incidents made") for n in range(regrouped.incidents))]
