"""What grouping costs for each document as a collection grows, in seconds of one core.

    python bench/incidents.py --sizes 2000 20000

The reports are invented: a war of many towns, each happening told by one to eight outlets over days, with
background paragraphs in common. The number of happenings grows with the reports; towns and words do too.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.incidents.group import incidents_in
from sayso.model import (
    Count,
    Effect,
    EventType,
    Group,
    Party,
    Qualifier,
    Report,
    Site,
    Telling,
)

_DEEDS = ("shelled", "bombed", "struck", "fired on", "blast", "drone strike", "ambush", "raid")
_THINGS = ("market", "school", "bridge", "depot", "checkpoint", "hospital", "convoy", "station")
_TELLINGS = 5
_FIRST = date(2031, 1, 1)
_A_DAY = 120
"""Reports a day: a year holds some 44,000."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 20_000])
    asked = parser.parse_args()
    costs = []
    for size in asked.sizes:
        made = list(reports(size))
        started = time.process_time()
        found = incidents_in(made)
        spent = time.process_time() - started
        costs.append(spent / size)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        tellings = sum(len(report.tellings) for report in made)
        print(
            f"{size:7} reports {tellings:7} tellings {len(found):7} incidents {spent:7.1f} s"
            f" {1000 * costs[-1]:6.2f} ms a report {memory:5.2f} GiB"
        )
    if len(costs) > 1:
        print(f"cost a report, last to first: {costs[-1] / costs[0]:.2f}")
        print(f"100,000 at the last rate: {costs[-1] * 100_000 / 60:.1f} min (an extrapolation)")
    return 0


def reports(size: int) -> Iterator[Report]:
    """Invented reports, the same for the same size."""
    rng = random.Random(7)  # noqa: S311 - no secret
    number = 0
    while number < size:
        day = _FIRST + timedelta(days=number // _A_DAY)
        told = _happening(rng, size)
        for _ in range(min(rng.choice((1, 1, 1, 2, 2, 3, 5, 8)), size - number)):
            yield _report(rng, number, day, told, size)
            number += 1


def _happening(rng: random.Random, size: int) -> dict[str, object]:
    town = rng.randrange(200 + size // 20)
    return {
        "town": town,
        "deed": rng.choice(_DEEDS),
        "thing": rng.choice(_THINGS),
        "killed": rng.randrange(1, 30),
        "names": [f"name{rng.randrange(size * 2)}" for _ in range(6)],
    }


def _report(rng: random.Random, number: int, day: date, told: dict[str, object], size: int) -> Report:
    published = day + timedelta(days=rng.choice((0, 0, 1, 1, 2, 5)))
    document = f"d-{number:07}"
    words = {f"common{rng.randrange(400)}": 1 for _ in range(60)}
    words |= {f"rare{min(int(rng.paretovariate(0.6)), size)}": 1 for _ in range(40)}
    names = told["names"]
    assert isinstance(names, list)
    words |= dict.fromkeys(rng.sample(names, 4), 2) | {f"town{told['town']}": 3}
    tellings = [_telling(rng, document, 0, day, told)]
    for position in range(1, _TELLINGS):
        other = _happening(rng, size)
        tellings.append(_telling(rng, document, position, day - timedelta(days=rng.randrange(20)), other))
    return Report(
        document=document,
        published=published.isoformat(),
        outlet=f"Outlet {rng.randrange(300)}",
        title=f"{told['deed']} town{told['town']} {rng.choice(_THINGS)}",
        words=words,
        tellings=tuple(tellings),
    )


def _name(town: int) -> str:
    syllables = ("ba", "dor", "kel", "lun", "mer", "nas", "por", "rin", "sul", "tav", "vek")
    parts = []
    for _ in range(4):
        town, at = divmod(town, len(syllables))
        parts.append(syllables[at])
    return "".join(parts).title()


def _telling(rng: random.Random, document: str, position: int, day: date, told: dict[str, object]) -> Telling:
    town = int(str(told["town"]))
    id = f"c-{document}-{position}"
    killed = int(str(told["killed"])) + rng.choice((0, 0, 0, 1))
    return Telling(
        id=id,
        document=document,
        position=position,
        type=EventType.ASSAULT if position % 3 == 0 else rng.choice(list(EventType)),
        triggers=(str(told["deed"]),),
        places=(
            Site(
                words=_name(town),
                entity=f"e-{town}",
                country="XOR",
                latitude=-60 + (town % 97) * 0.3,
                longitude=-140 + (town // 97) * 0.3,
                precision_km=5.0,
            ),
        ),
        date=day.isoformat() if rng.random() < 0.8 else None,
        date_said=rng.random() < 0.7,
        recipients=(Party(words=f"the {told['thing']}"),),
        tolls=(
            Count(
                id=f"{id}-k",
                words=str(killed),
                effect=Effect.KILLED,
                of=Group.PEOPLE,
                low=killed,
                high=killed,
                qualifier=Qualifier.EXACT,
            ),
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
