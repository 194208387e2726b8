"""Kinds: what sort of incident a whole report is about, in the terms of ACLED's sub-event types."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from sayso.model import Reading

__all__ = ["Kind", "Weighing", "kind_of", "signs_in"]


class Kind(StrEnum):
    """The sub-event types of ACLED, and five kinds of report that ACLED does not code."""

    ABDUCTION = "abduction or forced disappearance"
    AGREEMENT = "agreement"
    AIR_OR_DRONE_STRIKE = "air or drone strike"
    ARMED_CLASH = "armed clash"
    ARRESTS = "arrests"
    ATTACK_ON_CIVILIANS = "attack on civilians"
    CHANGE_OF_GROUP = "change of a group or its activity"
    CHEMICAL_WEAPON = "chemical weapon"
    DIPLOMATIC = "diplomatic event"
    DISRUPTED_WEAPONS = "disrupted weapons use"
    FORCE_AGAINST_PROTESTERS = "excessive force against protesters"
    GOVERNMENT_TAKES_GROUND = "government regains territory"
    GRENADE = "grenade"
    HEADQUARTERS = "headquarters or base established"
    LOOTING = "looting or destruction of property"
    MAN_MADE_DISASTER = "man-made disaster"
    MOB_VIOLENCE = "mob violence"
    NATURAL_DISASTER = "natural disaster"
    ORGANISED_CRIME = "organised crime"
    OTHER = "other strategic development"
    PEACEFUL_PROTEST = "peaceful protest"
    PROTEST_WITH_INTERVENTION = "protest with intervention"
    REBELS_TAKE_GROUND = "non-state actor overtakes territory"
    REMOTE_EXPLOSIVE = "remote explosive, landmine or IED"
    RESPONSIBILITY = "attribution of responsibility"
    SEXUAL_VIOLENCE = "sexual violence"
    SHELLING = "shelling, artillery or missile attack"
    SUICIDE_BOMB = "suicide bomb"
    TERRITORY_HANDED_OVER = "non-violent transfer of territory"
    VIOLENT_DEMONSTRATION = "violent demonstration"


_LENGTHS = (3, 4, 5)
# Chosen on the texts learned from: what the reading says helps, and misleads when it weighs as much as words.
_WEIGHT_OF_READING = 0.3


def signs_in(reading: Reading) -> Iterator[Counter[str]]:
    """What a kind is told by: stretches of letters within words; then what the reading found."""
    yield Counter(_stretches(reading.text))
    yield Counter(_findings(reading))


def _stretches(text: str) -> Iterator[str]:
    for word in text.lower().split():
        framed = f" {word} "
        for length in _LENGTHS:
            for at in range(max(1, len(framed) - length + 1)):
                yield framed[at : at + length]
            if length >= len(framed):
                break


def _findings(reading: Reading) -> Iterator[str]:
    sectors = {entity.id: entity.sector for entity in reading.entities}
    for event in reading.events:
        yield from (f"{event.type} {event.mode}", f"{event.type} {event.assertion}", event.type.value)
        yield from (f"{event.type} by {sectors.get(party.entity or '')}" for party in event.actors)
        yield from (f"by {sectors.get(party.entity or '')}" for party in event.actors)
        yield from (f"to {sectors.get(party.entity or '')}" for party in event.recipients)
        yield from (f"{toll.effect} {toll.of}" for toll in event.tolls)
        yield from (toll.effect.value for toll in event.tolls)


Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighing:
    """How much each sign counts, and what it counts for: one column of `table` for each kind."""

    signs: dict[str, int]
    """The row of each sign; signs of the reading begin with a mark that no word has."""
    rarity: Floats
    table: Floats
    bias: Floats

    def vector(self, reading: Reading) -> Floats:
        """A reading as one row of numbers, its words and its findings each of length one before weighing."""
        row = np.zeros(len(self.rarity), dtype=np.float32)
        weights = (1.0, _WEIGHT_OF_READING)
        for weight, mark, counts in zip(weights, ("", "\t"), signs_in(reading), strict=True):
            known = [(at, n) for sign, n in counts.items() if (at := self.signs.get(mark + sign)) is not None]
            if known:
                rows = np.array([at for at, _ in known])
                values = (1 + np.log([n for _, n in known])) * self.rarity[rows]
                row[rows] = weight * values / np.linalg.norm(values)
        return row

    def scores(self, reading: Reading) -> Floats:
        """How well each kind fits, in the order of `Kind`."""
        fits: Floats = self.vector(reading) @ self.table + self.bias
        return fits


@cache
def _shipped() -> Weighing:
    with np.load(str(files(__name__) / "kinds.npz")) as stored:
        return Weighing(
            signs={sign: at for at, sign in enumerate(str(stored["signs"]).split("\n"))},
            rarity=stored["rarity"].astype(np.float32),
            table=stored["table"].astype(np.float32) * stored["scale"],
            bias=stored["bias"],
        )


def kind_of(reading: Reading) -> Kind:
    """The kind of incident that a report as a whole is about: the likeliest, however unlikely."""
    return tuple(Kind)[int(_shipped().scores(reading).argmax())]
