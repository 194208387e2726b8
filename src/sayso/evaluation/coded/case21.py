"""CASE 2021: snippets of news, each of one fine-grained kind."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sayso.annotate.kinds import Kind, kind_of
from sayso.evaluation.counts import Counts, Score, macro_f1, recall, tally
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.task import Cases, Figure, Task, each_document
from sayso.model import Reading

KINDS: Mapping[str, Kind] = {
    "ABDUCT_DISSAP": Kind.ABDUCTION,
    "AGREEMENT": Kind.AGREEMENT,
    "AIR_STRIKE": Kind.AIR_OR_DRONE_STRIKE,
    "ARMED_CLASH": Kind.ARMED_CLASH,
    "ARREST": Kind.ARRESTS,
    "ART_MISS_ATTACK": Kind.SHELLING,
    "ATTACK": Kind.ATTACK_ON_CIVILIANS,
    "ATTRIB": Kind.RESPONSIBILITY,
    "CHANGE_TO_GROUP_ACT": Kind.CHANGE_OF_GROUP,
    "CHEM_WEAP": Kind.CHEMICAL_WEAPON,
    "DIPLO": Kind.DIPLOMATIC,
    "DISR_WEAP": Kind.DISRUPTED_WEAPONS,
    "FORCE_AGAINST_PROTEST": Kind.FORCE_AGAINST_PROTESTERS,
    "GOV_REGAINS_TERIT": Kind.GOVERNMENT_TAKES_GROUND,
    "GRENADE": Kind.GRENADE,
    "HQ_ESTABLISHED": Kind.HEADQUARTERS,
    "MAN_MADE_DISASTER": Kind.MAN_MADE_DISASTER,
    "MOB_VIOL": Kind.MOB_VIOLENCE,
    "NATURAL_DISASTER": Kind.NATURAL_DISASTER,
    "NON_STATE_ACTOR_OVERTAKES_TER": Kind.REBELS_TAKE_GROUND,
    "NON_VIOL_TERRIT_TRANSFER": Kind.TERRITORY_HANDED_OVER,
    "ORG_CRIME": Kind.ORGANISED_CRIME,
    "OTHER": Kind.OTHER,
    "PEACE_PROTEST": Kind.PEACEFUL_PROTEST,
    "PROPERTY_DISTRUCT": Kind.LOOTING,
    "PROTEST_WITH_INTER": Kind.PROTEST_WITH_INTERVENTION,
    "REM_EXPLOS": Kind.REMOTE_EXPLOSIVE,
    "SEX_VIOL": Kind.SEXUAL_VIOLENCE,
    "SUIC_BOMB": Kind.SUICIDE_BOMB,
    "VIOL_DEMONSTR": Kind.VIOLENT_DEMONSTRATION,
}
"""The kind that each code of the set stands for."""
_PREFIX = "kind: "


def to_kind(record: Record) -> Kind:
    """The kind of a gold snippet."""
    return KINDS[record["label"]]


def score(gold: Kind, given: Kind) -> Score:
    """The counts of one snippet: all kinds together, and the two kinds concerned."""
    counts = {"kind": tally(gold is given)}
    counts[f"{_PREFIX}{gold}"] = Counts(int(gold is given), int(gold is given), 1)
    if gold is not given:
        counts[f"{_PREFIX}{given}"] = Counts(0, 1, 0)
    return counts


def weighted_f1(total: Score) -> float:
    """The mean of the kinds' F1, each weighing as much as the gold has of it."""
    kinds = [counts for layer, counts in total.items() if layer.startswith(_PREFIX)]
    return sum(counts.f1 * counts.gold for counts in kinds) / max(1, sum(counts.gold for counts in kinds))


def _cases(kind: Callable[[Reading], Kind]) -> Cases:
    return each_document(item=item_in, wanted=to_kind, score=lambda gold, reading: score(gold, kind(reading)))


TASK = Task(
    name="case21",
    about="the kind of incident that a snippet of news is about",
    gold=Path("case21/dev.jsonl"),
    trained_on="train.jsonl",
    cases=_cases(kind_of),
    figures=(
        Figure(name="weighted F1", of=weighted_f1, aim=0.65),
        Figure(name="macro F1", of=macro_f1(_PREFIX)),
        Figure(name="accuracy", of=recall("kind")),
    ),
    baseline=_cases(lambda _: Kind.DISRUPTED_WEAPONS),
    baseline_is="always the kind that is most frequent in train.jsonl",
    notes="The kinds are ACLED's sub-event types and five more; 300 snippets to learn 30 kinds from.",
)
