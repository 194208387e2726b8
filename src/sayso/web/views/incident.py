"""One incident: who says what of it, who said it first, who differs, and why its tellings belong together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.incidents.agreement import FIELDS
from sayso.incidents.figures import HAPPENED, PEOPLE_FIELDS, fit
from sayso.ledger.filing import IncidentRow
from sayso.ledger.listing import ClaimRow
from sayso.model import STATUSES, Denial, Figure, Stance, Standing
from sayso.web import wording
from sayso.web.asked import Asked
from sayso.web.holdings import Desk
from sayso.web.stories import Case, case_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouth:
    """A source, as this incident's reports quote it."""

    id: str
    name: str
    named: bool
    official: bool
    roof: str | None
    lane: int
    """Which line, marker and colour it has in every figure of the page."""
    outlets: tuple[str, ...]
    """The outlets that quote it, in order of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value that one source gave in one report."""

    field: str
    source: str
    name: str
    lane: int
    claim: str
    document: str
    outlet: str | None
    published: str | None
    phrase: str
    """The value in words: `at least 7`."""
    words: str
    """The report's own words."""
    low: int | None
    high: int | None
    whole: bool
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One number of one field: the first mouth that said it, those who said it too, those who differ."""

    field: str
    phrase: str
    first: Said
    also: tuple[Said, ...]
    """Other sources that gave the same number, each as it first did."""
    printed: int
    """In how many reports it stands, copies included."""
    differ: tuple[Said, ...]
    """The last word of every other source whose number cannot be this one."""
    later: Said | None
    """What the first mouth says in the end, where that is another number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one field, beside all others."""

    source: str
    phrase: str | None
    claim: str | None
    document: str | None
    first_said: str | None
    last_said: str | None
    revised: bool
    stance: str
    """`agrees`, `differs`, `mixed`, `denies`, `silent`, or `alone` where nobody else says anything of it."""
    beside: str
    """The same in words: `agrees with 2, differs from 1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field of the agreement matrix."""

    field: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the summary, and the claims that it is made of."""

    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling with its tolls."""

    event: ClaimRow
    tolls: tuple[ClaimRow, ...]
    source: str | None
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A report and those that carry its text."""

    document: str
    outlet: str | None
    title: str | None
    published: str | None
    kind: str | None
    """How it carries another's text: `verbatim`, `brief`, `rewrite`, `excerpt`; None for the origin."""
    copies: tuple["Copied", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two tellings were put together, or could not be."""

    one: str
    other: str
    score: float
    barred: str | None
    grounds: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything that the reports of one incident say, laid side by side."""

    row: IncidentRow
    changed: str
    """When the ledger last grouped it differently."""
    definition: str
    """What the status means."""
    because: tuple[str, ...]
    """The claims that the status rests on."""
    summary: tuple[Sentence, ...]
    sources: tuple[Mouth, ...]
    said: tuple[Said, ...]
    """Every figure, in order of publication."""
    values: tuple[Value, ...]
    matrix: tuple[Line, ...]
    tellings: tuple[Telling, ...]
    copies: tuple[Copied, ...]
    links: tuple[Reason, ...]
    fields: tuple[str, ...] = field(default=())
    """The fields that have numbers, in the order of the figures."""


def incident(desk: Desk, id: str, _asked: Asked) -> Story:
    """The incident with this id, or with the only id that begins so."""
    case = case_of(desk.ledger, id)
    mouths = _mouths(case)
    said = tuple(_said(case, mouths))
    values = tuple(_values(case, said))
    return Story(
        row=case.row,
        changed=case.changed,
        definition=STATUSES[case.account.status],
        because=case.account.because,
        summary=tuple(_summary(case, mouths)),
        sources=tuple(mouths.values()),
        said=said,
        values=values,
        matrix=tuple(_matrix(case, mouths)),
        tellings=tuple(_tellings(case)),
        copies=tuple(_copies(case)),
        links=tuple(
            Reason(
                one=link.one,
                other=link.other,
                score=link.score,
                barred=link.barred,
                grounds=tuple((ground.feature, ground.level, ground.weight) for ground in link.grounds),
            )
            for link in sorted(case.incident.links, key=lambda link: -link.score)
        ),
        fields=tuple(dict.fromkeys(value.field for value in values)),
    )


def rows(view: Story) -> Iterable[Said]:
    """What the spreadsheet of the page holds: every figure that any source gave."""
    return view.said


def _mouths(case: Case) -> Mapping[str, Mouth]:
    """Sources in order of their first word."""
    first: dict[str, tuple[str, str]] = {}
    outlets: dict[str, dict[str, None]] = {}
    for figure in _figures(case):
        report = case.documents.get(figure.document)
        first.setdefault(figure.source, (figure.published or "9999", figure.claim))
        if report and report.outlet:
            outlets.setdefault(figure.source, {})[report.outlet] = None
    # Sources that count people come first: there are fewer lanes than sources, and lanes tell counts apart.
    counting = {figure.source for figure in _figures(case) if figure.field in PEOPLE_FIELDS}
    unheard = ("9999", "")
    ordered = sorted(
        case.account.sources,
        key=lambda source: (source.id not in counting, first.get(source.id, unheard), source.id),
    )
    return {
        source.id: Mouth(
            id=source.id,
            name=source.name,
            named=source.named,
            official=source.official,
            roof=source.roof,
            lane=lane,
            outlets=tuple(outlets.get(source.id, ())),
        )
        for lane, source in enumerate(ordered)
    }


def _figures(case: Case) -> list[Figure]:
    given = (figure for standing in case.account.standings for figure in standing.figures)
    return sorted(
        given, key=lambda figure: (figure.published or "9999", figure.copy, figure.claim, figure.field)
    )


def _said(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Said]:
    for figure in _figures(case):
        yield _as_said(figure, case, mouths)


def _as_said(figure: Figure, case: Case, mouths: Mapping[str, Mouth]) -> Said:
    report = case.documents.get(figure.document)
    mouth = mouths[figure.source]
    return Said(
        field=figure.field,
        source=figure.source,
        name=mouth.name,
        lane=mouth.lane,
        claim=figure.claim,
        document=figure.document,
        outlet=report.outlet if report else None,
        published=figure.published,
        phrase=wording.figure(figure),
        words=figure.words,
        low=figure.low,
        high=figure.high,
        whole=figure.whole,
        copy=figure.copy,
    )


def _values(case: Case, said: Sequence[Said]) -> Iterator[Value]:
    """Numbers by field, the earliest first; parts of totals are left to the list of figures."""
    last = {(standing.field, standing.source): standing.last for standing in case.account.standings}
    figures = _figures(case)
    for name in (name for name in FIELDS if name in PEOPLE_FIELDS):
        groups: dict[str, list[tuple[Figure, Said]]] = {}
        for figure, one in zip(figures, said, strict=True):
            if one.field == name and one.whole and (one.low is not None or one.high is not None):
                groups.setdefault(one.phrase, []).append((figure, one))
        for phrase, given in groups.items():
            firsts: dict[str, Said] = {}
            for _, one in given:
                firsts.setdefault(one.source, one)
            first = next(iter(firsts.values()))
            other = [
                figure
                for (field_, source), figure in last.items()
                if field_ == name
                and source not in firsts
                and figure is not None
                and not fit(given[0][0], figure)
            ]
            yield Value(
                field=name,
                phrase=phrase,
                first=first,
                also=tuple(one for one in firsts.values() if one is not first),
                printed=len({one.document for _, one in given}),
                differ=tuple(_find(said, figure) for figure in other),
                later=_later(said, last.get((name, first.source)), phrase),
            )


def _later(said: Sequence[Said], last: Figure | None, phrase: str) -> Said | None:
    found = _find(said, last) if last is not None else None
    return found if found is not None and found.phrase != phrase else None


def _find(said: Sequence[Said], figure: Figure) -> Said:
    return next(
        one
        for one in said
        if (one.claim, one.field, one.source) == (figure.claim, figure.field, figure.source)
    )


def _matrix(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Line]:
    standings = {(standing.field, standing.source): standing for standing in case.account.standings}
    denials = {denial.source: denial for denial in case.account.denials}
    for name in FIELDS:
        if any(field_ == name for field_, _ in standings):
            cells = [
                _cell(
                    mouth.id,
                    standings.get((name, mouth.id)),
                    denials.get(mouth.id) if name == HAPPENED else None,
                )
                for mouth in mouths.values()
            ]
            yield Line(field=name, cells=tuple(cells))


def _cell(source: str, standing: Standing | None, denial: Denial | None) -> Cell:
    """One source's last word on a field; its denial, where it says that nothing happened at all."""
    last = (standing.last or standing.figures[-1]) if standing else None
    stance, beside = _stance(standing)
    return Cell(
        source=source,
        phrase="denied" if denial else wording.words(wording.figure(last)) if last else None,
        claim=denial.claim if denial else last.claim if last else None,
        document=denial.document if denial else last.document if last else None,
        first_said=standing.first_said if standing else None,
        last_said=standing.last_said if standing else None,
        revised=bool(standing and standing.revised),
        stance="denies" if denial else stance,
        beside="denies" if denial else beside,
    )


def _stance(standing: Standing | None) -> tuple[str, str]:
    """How a source stands to all others on one field, as a code and in words."""
    if standing is None:
        return "silent", "silent"
    stances = list(standing.stances.values())
    agree, differ = stances.count(Stance.AGREES), stances.count(Stance.DIFFERS)
    if standing.field == HAPPENED:
        differ += stances.count(Stance.DENIES)
    told = [f"agrees with {agree}"] * bool(agree) + [f"differs from {differ}"] * bool(differ)
    stance = "mixed" if agree and differ else "agrees" if agree else "differs" if differ else "alone"
    return stance, ", ".join(told) or "alone"


def _summary(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Sentence]:
    """Sentences made of claims and nothing else: what, where, when, how many, by whose count."""
    row = case.row
    founding = case.events.get(case.incident.founding)
    actors = ", ".join(founding.actors) if founding else ""
    targets = ", ".join(founding.recipients) if founding else ""
    what = " → ".join(filter(None, (actors, targets)))
    where = f" in {row.place}" if row.place and row.place not in what else ""
    when = f", {wording.days(row.day, row.until)}" if row.day else ""
    reports = wording.many(row.reports, "report")
    sources = wording.many(row.sources, "source")
    yield Sentence(
        words=f"“{row.trigger}”{': ' + what if what else ''}{where}{when}: told in {reports}, on the"
        f" say-so of {sources}.",
        claims=(case.incident.founding,),
    )
    last = {(standing.field, standing.source): standing for standing in case.account.standings}
    for name in (name for name in FIELDS if name in PEOPLE_FIELDS):
        lines = [
            standing for (field_, _), standing in last.items() if field_ == name and standing.last is not None
        ]
        counted = [
            line for line in lines if line.last and (line.last.low is not None or line.last.high is not None)
        ]
        if counted:
            counted.sort(key=lambda line: (line.first_said or "9999", mouths[line.source].lane))
            parts = [f"{_trail(line)} ({mouths[line.source].name})" for line in counted]
            yield Sentence(
                words=f"{wording.words(name).capitalize()}: {'; '.join(parts)}.",
                claims=tuple(line.last.claim for line in counted if line.last),
            )
    for denial in case.account.denials:
        verb = "takes back having told it" if denial.retracts else "denies it"
        yield Sentence(words=f"{_capital(mouths[denial.source].name)} {verb}.", claims=(denial.claim,))


def _trail(line: Standing) -> str:
    """A source's figures over time: `at least 7, then 11, then 14`."""
    own = [figure for figure in line.figures if figure.whole and not figure.copy] or list(line.figures)
    phrases = list(dict.fromkeys(wording.figure(figure) for figure in own))
    return ", then ".join(phrases)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tellings(case: Case) -> Iterator[Telling]:
    speakers = {(one.document, one.claim): one.source for one in _figures(case)}
    told = [
        Telling(
            event=claim,
            tolls=tuple(case.tolls.get(claim.claim, ())),
            source=speakers.get((claim.document, claim.claim)),
            copy=claim.document in case.origins,
        )
        for claim in case.events.values()
    ]
    told.sort(key=lambda one: (one.event.published or "9999", one.copy, one.event.document, one.event.start))
    yield from told


def _copies(case: Case) -> Iterator[Copied]:
    """The reports of the incident, each with those that carry its text."""
    children: dict[str, list[str]] = {}
    for document in dict.fromkeys(claim.document for claim in case.events.values()):
        origin = case.origins.get(document, document)
        held = children.setdefault(origin, [])
        if origin != document:
            held.append(document)
    nodes = [
        _copied(case, origin, tuple(_copied(case, one, ()) for one in sorted(held)))
        for origin, held in children.items()
    ]
    yield from sorted(nodes, key=lambda node: (node.published or "9999", node.document))


def _copied(case: Case, document: str, copies: tuple[Copied, ...]) -> Copied:
    report = case.documents.get(document)
    return Copied(
        document=document,
        outlet=report.outlet if report else None,
        title=report.title if report else None,
        published=report.published if report else None,
        kind=case.kinds.get(document),
        copies=copies,
    )
