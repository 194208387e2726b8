"""Which articles report one incident, and how many it killed and injured: the Gun Violence Archive's news."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlparse

from sayso.evaluation.counts import Counts, Score, f1, recall, tally
from sayso.evaluation.grouped.clusters import b_cubed, matched, scores
from sayso.evaluation.records import Gold, Record, item_in
from sayso.evaluation.task import Case, Cases, Figure, Read, Task
from sayso.incidents import account_of, copies_in, incidents_in, pick, rarity_of, report_of, traces_of
from sayso.incidents.compare.traces import Trace
from sayso.incidents.copies import copy_groups
from sayso.incidents.families import FAMILY, Family
from sayso.model import (
    Account,
    Assertion,
    Effect,
    EventType,
    Incident,
    RawItem,
    Reading,
    Report,
    Telling,
    content_id,
)

_EFFECTS = (Effect.KILLED, Effect.INJURED)
Tolls: TypeAlias = Mapping[Effect, int]
Listed: TypeAlias = Mapping[Effect, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An incident as the Archive has it."""

    id: str
    documents: tuple[str, ...]
    tolls: Mapping[Effect, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The group of each article, and what each group tells of the dead and hurt."""

    groups: Mapping[str, str]
    tolls: Mapping[str, Tolls]
    listed: Mapping[str, Listed]
    """Every number that anybody gives of a group's dead and hurt; 0 where nobody gives any."""


def by_incident(readings: Mapping[str, Reading]) -> Grouped:
    """Articles grouped as `sayso incidents` groups a ledger: each goes where its foremost use of force goes.

    Of each incident the median of its sources' last counts is taken; 0 where none gives any.
    """
    reports = {reading.document.id: with_lead(report_of(reading)) for reading in readings.values()}
    copies = copy_groups(
        copies_in({reading.document.id: reading.document for reading in readings.values()}.values())
    )
    incidents = incidents_in(reports.values(), copies=copies)
    incident_of = {telling: incident.id for incident in incidents for telling in incident.tellings}
    document_of = {each.id: id for id, report in reports.items() for each in report.tellings}
    leads = _leads(list(reports.values()))
    accounts = {incident.id: _account(incident, document_of, reports, copies) for incident in incidents}
    return Grouped(
        groups={id: incident_of[leads[reading.document.id]] for id, reading in readings.items()},
        tolls={id: _tolls(account) for id, account in accounts.items()},
        listed={id: _listed(account) for id, account in accounts.items()},
    )


def _account(
    incident: Incident,
    document_of: Mapping[str, str],
    reports: Mapping[str, Report],
    copies: Mapping[str, str],
) -> Account:
    near = {document_of[telling] for telling in incident.tellings}
    near |= {copies[id] for id in near if id in copies}
    return account_of(incident, [reports[id] for id in sorted(near)], copies=copies)


def _listed(account: Account) -> Listed:
    given: dict[str, set[int]] = defaultdict(set)
    for standing in account.standings:
        for figure in standing.figures:
            given[standing.field].update(each for each in (figure.low, figure.high) if each is not None)
    return {effect: frozenset(given[effect.value] or {0}) for effect in _EFFECTS}


def _tolls(account: Account) -> Tolls:
    picks = {effect: pick(account, effect.value, rule="median") for effect in _EFFECTS}
    return {effect: (chosen.low or chosen.high or 0) if chosen else 0 for effect, chosen in picks.items()}


def lead_of(traces: Iterable[Trace]) -> Trace:
    """The trace that stands for an article: its foremost use of force."""
    force = [trace for trace in traces if trace.family is Family.FORCE]
    return min(force, key=lambda trace: (not trace.foremost, trace.telling.position))


def _leads(reports: Sequence[Report]) -> dict[str, str]:
    """The telling that stands for each article, by document."""
    by_document: dict[str, list[Trace]] = defaultdict(list)
    for trace in traces_of(reports, rarity=rarity_of(reports)):
        by_document[trace.story.document].append(trace)
    return {document: lead_of(traces).id for document, traces in by_document.items()}


def with_lead(report: Report) -> Report:
    """The report, with a telling of no particulars where it tells of no use of force.

    The set asks for an incident of every article; users are not given such incidents.
    """
    if any(FAMILY[telling.type] is Family.FORCE for telling in report.tellings):
        return report
    bare = Telling(
        id=content_id("c", report.document, "bare"),
        document=report.document,
        position=-1,
        type=EventType.OTHER,
        triggers=(),
        assertion=Assertion.HAPPENED,
    )
    return replace(report, tellings=(bare, *report.tellings))


def by_title(readings: Mapping[str, Reading]) -> Grouped:
    """The baseline: articles of one day that share half of the words of their titles, the highest count."""
    groups: dict[str, str] = {}
    first: dict[str | None, list[tuple[str, set[str]]]] = defaultdict(list)
    tolls: dict[str, dict[Effect, int]] = {}
    for id, reading in readings.items():
        words = {word.lower() for word in (reading.document.title or "").split()}
        known = first[reading.document.published]
        group = next((other for other, theirs in known if 2 * len(words & theirs) >= len(words)), id)
        known.append((group, words))
        groups[id] = group
        counts = tolls.setdefault(group, dict.fromkeys(_EFFECTS, 0))
        for toll in reading.tolls:
            if toll.effect in counts:
                counts[toll.effect] = max(counts[toll.effect], toll.low or 0)
    listed = {id: {effect: frozenset({n}) for effect, n in counts.items()} for id, counts in tolls.items()}
    return Grouped(groups=groups, tolls=tolls, listed=listed)


def _cases(grouping: Callable[[Mapping[str, Reading]], Grouped]) -> Cases:
    def cases(gold: Gold, read: Read) -> Iterator[Case]:
        """The first incidents, where there is a limit, with all of their articles."""
        whole = gold.beside(f"{gold.path.stem}_incidents.jsonl")
        known = list(replace(whole, limit=gold.limit).parsed(_incident))
        wanted = {document: incident.id for incident in known for document in incident.documents}
        items = [item for item in replace(gold, limit=None).parsed(_item) if item.origin in wanted]
        answers = zip(items, read(items), strict=True)
        found = {item.origin: given for item, given in answers if isinstance(given, Reading)}
        grouped = grouping(found)
        right = {item.origin: wanted[item.origin] for item in items}
        new = _first_of_each(grouped.groups)
        for id, score in scores(right, grouped.groups):
            given = Counts(0, int(id in new), 0)
            yield Case(id=id, score={**score, "CEAF-e": given}, refused=id not in found)
        like = matched(right, grouped.groups)
        for incident in known:
            paired = Counts(like.get(incident.id, 0.0), 0, 1)
            score = {"CEAF-e": paired, **_toll_score(incident, grouped)}
            yield Case(id=f"incident {incident.id}", score=score)

    return cases


def _first_of_each(groups: Mapping[str, str]) -> set[str]:
    """The first article of each group: with it the group is counted as given."""
    return set({group: id for id, group in reversed(list(groups.items()))}.values())


def _item(record: Record) -> RawItem:
    outlet = urlparse(record["url"] or "").netloc.removeprefix("www.")
    return item_in(
        {**record, "outlet": outlet}, id="doc_id", published="date", title="title", outlet="outlet"
    )


def _incident(record: Record) -> Known:
    return Known(
        id=str(record["incident"]),
        documents=tuple(record["doc_ids"]),
        tolls={effect: record[effect.value] for effect in _EFFECTS},
    )


def _toll_score(incident: Known, grouped: Grouped) -> Score:
    """Whether the group that holds most of an incident's articles, the smaller of two, has its numbers."""
    held = Counter(grouped.groups[id] for id in incident.documents if id in grouped.groups)
    sizes = Counter(grouped.groups.values())
    group = max(held, key=lambda group: (held[group], -sizes[group], group), default="")
    score: dict[str, Counts] = {}
    for effect, number in incident.tolls.items():
        if number is not None:
            right = tally(grouped.tolls.get(group, {}).get(effect) == number)
            score[effect.value] = right
            score[f"{effect.value} listed"] = tally(number in grouped.listed.get(group, {}).get(effect, ()))
            if number:
                score[f"{effect.value}, where any were"] = right
    return score


GVA = Task(
    name="gva",
    about="which American articles report one shooting, and how many it killed and injured",
    gold=Path("gva/dev.jsonl"),
    trained_on="gva/train.jsonl (the weights of incident features); nothing of the dev files",
    cases=_cases(by_incident),
    figures=(
        Figure(name="B³ F1", of=b_cubed, aim=0.93),
        Figure(name="CEAF-e F1", of=f1("CEAF-e"), aim=0.82),
        Figure(name="pairs F1", of=f1("pairs")),
        Figure(name="killed, among those listed", of=recall("killed listed"), aim=0.85),
        Figure(name="injured, among those listed", of=recall("injured listed"), aim=0.85),
        Figure(name="killed exact", of=recall("killed")),
        Figure(name="killed exact, where any were", of=recall("killed, where any were")),
        Figure(name="injured exact", of=recall("injured")),
        Figure(name="injured exact, where any were", of=recall("injured, where any were")),
    ),
    baseline=_cases(by_title),
    baseline_is="one day and half of the title's words; the highest number beside “killed” or “injured”",
    notes=(
        "A limit counts incidents, with all of their articles. An article goes with its foremost use of"
        " force; where none was read it stands for one without particulars, which users are not given."
        " Tf-idf with a time window, tuned on this file, has a B³ F1 of .857 and a CEAF-e F1 of .783. Listed"
        " is a number that any source in the incident gives, of all or of a part."
    ),
)
