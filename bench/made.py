"""Reports about an invented war, as many as are wanted, the same for the same seed."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

TOWNS = ["Orlo", "Varn", "Kesp", "Mirand", "Tolva", "Eshk", "Dunmare", "Halt", "Pyrr", "Sennow"]
PEOPLE = ["Ines Varga", "Tomas Brill", "Ada Korr", "Levan Oss", "Mirel Dane", "Jun Patak"]
OFFICES = ["Mayor", "Governor", "Defence Minister", "Colonel", "Police chief", "Ambassador"]
PARTIES = ["the Northern Army", "the Coast Front", "government troops", "the Free Valley militia"]
OUTLETS = ["Sarn Wire", "Coastal Post", "Valley Courier", "Radio Halt"]
SENTENCES = [
    "{party} shelled {town} on {day}, killing {number} people, {office} {person} said.",
    "At least {number} soldiers were wounded when a convoy was ambushed near {town}, {party} said.",
    "“We will not leave {town},” {office} {person} told reporters on {day}.",
    "{office} {person} denied that {party} had fired on {town}.",
    "Talks between {party} and {party2} will resume in {town} on {day}, according to {outlet}.",
    "Witnesses said more than {number} houses burned in {town}.",
    "{party} and {party2} agreed on a cease-fire around {town}, {outlet} reported.",
    "About {number} families fled {town} after the attack, the relief committee said.",
    "Police arrested {number} people at a rally in {town}, {office} {person} confirmed.",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def reports(count: int, *, seed: int = 7, sentences: int = 8) -> Iterator[dict[str, str]]:
    """`count` different reports as JSON records."""
    dice = random.Random(seed)  # noqa: S311 - a benchmark wants the same reports each time
    for number in range(count):
        body = " ".join(_sentence(dice) for _ in range(sentences))
        day = f"2031-{1 + number % 12:02}-{1 + number % 28:02}"
        yield {
            "id": f"made-{number}",
            "title": f"{dice.choice(TOWNS)} report {number}",
            "text": f"Report {number}. {body}",
            "published": day,
            "outlet": dice.choice(OUTLETS),
        }


def write_jsonl(path: Path, count: int, *, seed: int = 7) -> Path:
    """The reports as one file of JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports(count, seed=seed):
            file.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def _sentence(dice: random.Random) -> str:
    party, party2 = dice.sample(PARTIES, 2)
    words = dice.choice(SENTENCES).format(
        party=party,
        party2=party2,
        town=dice.choice(TOWNS),
        person=dice.choice(PEOPLE),
        office=dice.choice(OFFICES),
        outlet=dice.choice(OUTLETS),
        day=dice.choice(DAYS),
        number=dice.randint(2, 90),
    )
    return words[0].upper() + words[1:]
