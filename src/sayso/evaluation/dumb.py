"""The dumb reader: patterns that anybody could write in an afternoon, to see what all the rest is worth."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import (
    Argument,
    Attribution,
    Document,
    Effect,
    Event,
    EventType,
    Form,
    Group,
    Mention,
    MentionKind,
    Office,
    Qualifier,
    Reading,
    Span,
    Time,
    TimeType,
    Toll,
)

_VERBS: Mapping[EventType, str] = {
    EventType.AGREE: "agreed signed accord cease-fire ceasefire",
    EventType.CONSULT: "met visited talks meeting summit",
    EventType.SUPPORT: "praised supported welcomed",
    EventType.CONCEDE: "released freed eased",
    EventType.COOPERATE: "cooperated",
    EventType.AID: "donated aid",
    EventType.RETREAT: "withdrew surrendered retreated",
    EventType.REQUEST: "demanded urged asked appealed",
    EventType.ACCUSE: "accused blamed criticised criticized charged",
    EventType.REJECT: "rejected refused vetoed",
    EventType.THREATEN: "threatened warned",
    EventType.PROTEST: "protest protests protested demonstration strike rally riot",
    EventType.SANCTION: "sanctions sentenced convicted expelled dismissed",
    EventType.MOBILIZE: "deployed mobilized mobilised",
    EventType.COERCE: "arrested arrest detained seized banned imprisoned",
    EventType.ASSAULT: (
        "attack attacked attacks killed bombed bombing explosion exploded shot shooting fired shelled"
        " kidnapped murdered assassinated war clashes fighting"
    ),
}
_TYPE_OF = {verb: type for type, verbs in _VERBS.items() for verb in verbs.split()}
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_TYPE_OF, key=len, reverse=True))})\b", re.IGNORECASE)

_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?: (?:(?:of|the) )?[A-Z][\w'’.-]*)*")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_QUOTED = re.compile(r"[\"“][^\"“”\n]{8,}[\"”]")
_SAID = re.compile(
    r"(?P<source>[^\s,.;:\"“”][^,.;:\"“”\n]{1,60}?) (?P<cue>said|says|told|announced|reported|claimed|added)"
    r" (?:that )?(?P<content>[^.\n\"“”]{8,})"
)
_ACCORDING = re.compile(r"(?P<content>[^.\n]{8,}?),? (?P<cue>according to) (?P<source>[^,.;\n]{2,60})")

_NUMBERS = dict(
    zip("a one two three four five six seven eight nine ten".split(), [1, *range(1, 11)], strict=True)
)
_NUMBER = rf"(?P<number>\d[\d,]*|\b(?:{'|'.join(_NUMBERS)}))"
_HURT: Mapping[str, Effect] = {
    "killed": Effect.KILLED,
    "dead": Effect.KILLED,
    "died": Effect.KILLED,
    "injured": Effect.INJURED,
    "wounded": Effect.INJURED,
    "arrested": Effect.DETAINED,
}
_WORD = "|".join(_HURT)
_TOLLS = (
    re.compile(rf"{_NUMBER} (?:[a-z]+ ){{0,3}}(?P<hurt>{_WORD})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<hurt>{_WORD}) {_NUMBER}\b", re.IGNORECASE),
)

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DATES = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}}) {_MONTH},? (?P<year>\d{{4}})\b"),
    re.compile(r"\b(?P<iso>\d{4}-\d\d-\d\d)\b"),
    re.compile(r"\b(?P<today>today)\b", re.IGNORECASE),
    re.compile(r"\b(?P<bare>(?:19|20)\d\d)\b"),
)
_OFFICE = re.compile(
    r"\b(?P<title>President|Prime Minister|Minister|Mayor|Governor|General|Colonel|Major|Captain|Senator)"
    r" (?P<person>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)


def read_dumbly(document: Document) -> Reading:
    """Names are runs of capitals, events are verbs of a list, "X said Y" is all of attribution.

    Everything happened; the name before a verb did it, the name after it bore it.
    """
    text = document.text
    sentences = tuple(_span(found) for found in _SENTENCE.finditer(text))
    names = [_span(found) for found in _NAME.finditer(text)]
    attributions = tuple(_attributions(text))
    return Reading(
        document=document,
        sentences=sentences,
        mentions=tuple(Mention(span=name, kind=_kind(name.of(text))) for name in names),
        times=tuple(_times(text, document.published)),
        offices=tuple(
            Office(person=_span(found, "person"), title=_span(found, "title"), of=None)
            for found in _OFFICE.finditer(text)
        ),
        attributions=attributions,
        events=tuple(_events(text, sentences, names, attributions)),
        tolls=tuple(_tolls(text)),
    )


def _span(found: re.Match[str], group: str | int = 0) -> Span:
    return Span(found.start(group), found.end(group))


def _kind(name: str) -> MentionKind:
    if name.isupper():
        return MentionKind.ORGANISATION
    return MentionKind.PERSON if " " in name else MentionKind.PLACE


def _attributions(text: str) -> Iterator[Attribution]:
    for found in _QUOTED.finditer(text):
        yield Attribution(source=None, who=None, cue=None, content=_span(found), form=Form.DIRECT)
    for pattern in (_SAID, _ACCORDING):
        for found in pattern.finditer(text):
            yield Attribution(
                source=_span(found, "source"),
                who=found["source"],
                cue=_span(found, "cue"),
                content=_span(found, "content"),
                form=Form.INDIRECT,
            )


def _events(
    text: str, sentences: Sequence[Span], names: Sequence[Span], attributions: Sequence[Attribution]
) -> Iterator[Event]:
    for sentence in sentences:
        near = [name for name in names if sentence.holds(name)]
        for found in _VERB.finditer(text, sentence.start, sentence.end):
            trigger = _span(found)
            before = [name for name in near if name.end <= trigger.start][-1:]
            after = [name for name in near if name.start >= trigger.end][:1]
            yield Event(
                trigger=trigger,
                type=_TYPE_OF[found[0].lower()],
                actors=tuple(Argument(span=name) for name in before),
                recipients=tuple(Argument(span=name) for name in after),
                attribution=next(
                    (at for at, said in enumerate(attributions) if said.content.holds(trigger)), None
                ),
            )


def _tolls(text: str) -> Iterator[Toll]:
    for pattern in _TOLLS:
        for found in pattern.finditer(text):
            word = found["number"].lower()
            count = _NUMBERS[word] if word in _NUMBERS else int(word.replace(",", "") or 0)
            yield Toll(
                span=_span(found, "number"),
                effect=_HURT[found["hurt"].lower()],
                of=Group.PEOPLE,
                low=count,
                high=count,
                qualifier=Qualifier.EXACT,
            )


def _times(text: str, published: str | None) -> Iterator[Time]:
    taken: list[Span] = []
    for pattern in _DATES:
        for found in pattern.finditer(text):
            span, value = _span(found), _value(found.groupdict(), published)
            if value and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Time(span=span, type=TimeType.DATE, value=value)


def _value(said: Mapping[str, str], published: str | None) -> str | None:
    if "month" in said:
        return f"{said['year']}-{_MONTHS.index(said['month']) + 1:02}-{int(said['day']):02}"
    return said.get("iso") or said.get("bare") or published
