"""One JSON record and the report in it: what its fields are called, and what may be wrapped around it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from sayso.model import Declared, Media, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.declared import moment, words
from sayso.sources.markup import is_html, root_of
from sayso.sources.options import ENVELOPES, OF_ONE, RECORD_FIELDS, SHORT, SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.strict_json import Ambiguous

# Under which keys a value that is an object of its own says what it is called, or when it was.
_SAID_UNDER = (
    "name", "display_name", "rendered", "value", "text", "content", "title", "main", "original", "created",
    "$date", "$numberLong",
)  # fmt: skip
_LONGEST_LIST = 500_000
# Search engines wrap a record three times: hits, hits, _source.
_DEEPEST = 4


def opened(value: object, options: SourceOptions) -> list[object]:
    """The records that a JSON value is, or holds as programs' answers do; else the value itself."""
    return list(_records(value, options, _DEEPEST)) or [value]


def _records(value: object, options: SourceOptions, depth: int) -> Iterator[object]:
    if not isinstance(value, Mapping) or not depth:
        return
    key, text = _found(value, "text", options, lambda: _by_spelling(value))
    has_text = text is not None and not _is_record(text, options)
    if has_text and not (key in SHORT and any(isinstance(value.get(each), list) for each in ENVELOPES)):
        yield value
        return
    held = list(_held(value, options, depth))
    if has_text:
        yield value
    yield from held


def _held(value: Mapping[str, object], options: SourceOptions, depth: int) -> Iterator[object]:
    """The records under the first key that holds any; under all, where each is the name of one."""
    if len(value) > 1 and all(_is_record(each, options) for each in value.values()):
        yield from value.values()
        return
    for key in (*ENVELOPES, *_longest(value, options)):
        inner = value.get(key)
        held = within_measure(inner) if isinstance(inner, list) else [_with_more(inner, value, key)]
        found = [list(_records(each, options, depth - 1)) or [each] for each in held]
        if any(_is_record(each, options) for each, *_ in found):
            yield from (record for each in found for record in each)
            return


def _longest(value: Mapping[str, object], options: SourceOptions) -> list[str]:
    """The key of the longest list in what is plainly no record: it has no place for text, title or date."""
    places = {_folded(name) for field in ("text", "title", "published") for name in options.names[field]}
    lengths = {key: len(inner) for key, inner in value.items() if isinstance(inner, list) and inner}
    return (
        [max(lengths, key=lengths.__getitem__)] if lengths and places.isdisjoint(map(_folded, value)) else []
    )


def _with_more(inner: object, around: Mapping[str, object], key: str) -> object:
    """A record's fields with those that stand beside them."""
    if key not in OF_ONE or not isinstance(inner, Mapping) or isinstance(inner, Ambiguous):
        return inner
    beside = {name: said for name, said in around.items() if isinstance(said, str | int | float)}
    return {**beside, **inner}


def within_measure(listed: list[object]) -> list[object]:
    """The list; refused where it has more values than can say anything, within the cap on bytes."""
    if len(listed) > _LONGEST_LIST:
        detail = f"a list of {len(listed):,} values; put one on each line (JSON Lines)"
        raise Refused(Reason.TOO_LARGE, detail)
    return listed


def _is_record(value: object, options: SourceOptions) -> bool:
    return isinstance(value, Mapping) and _text_in(value, options) is not None


def _text_in(record: Mapping[str, object], options: SourceOptions) -> object:
    return _found(record, "text", options, lambda: _by_spelling(record))[1]


def to_item(record: object, origin: str, part: str | None, options: SourceOptions) -> RawItem | Refusal:
    """The report in a record, or why there is none."""
    if not isinstance(record, Mapping):
        return Refusal(
            origin=origin, part=part, reason=Reason.UNSUPPORTED_FORMAT, detail="valid JSON, but no record"
        )
    spelt = cache(lambda: _by_spelling(record))
    found = {field: _found(record, field, options, spelt) for field in RECORD_FIELDS}
    known = {field: _said(value) for field, (_, value) in found.items()}
    external_id = words(known["id"])
    try:
        _refuse_doubt(record, (key for key, _ in found.values()))
        content = _text(*found["text"])
    except Refused as refused:
        return refused.at(origin, part=part, external_id=external_id)
    published = moment(known["published"])
    return RawItem(
        origin=origin,
        part=part,
        media=Media.HTML if _is_markup(content) else Media.TEXT,
        content=content,
        declared=Declared(
            title=words(known["title"]),
            outlet=words(known["outlet"]),
            byline=words(known["byline"]),
            published=published,
            published_from=PublishedFrom.GIVEN if published else None,
            url=words(known["url"]),
            language=words(known["language"]),
            external_id=external_id,
        ),
    )


def _found(
    record: Mapping[str, object], field: str, options: SourceOptions, spelt: Callable[[], Mapping[str, str]]
) -> tuple[str, object]:
    """The first key that holds anything under one of a field's names, however those are spelt, and what.

    `spelt` gives the record's own keys, which are asked for where no name is spelt as usual.
    """
    names = options.names[field]
    for key in names:
        if record.get(key) is not None and not (field == "outlet" and _is_address(record[key])):
            return key, record[key]
    if not any(field == chosen for chosen, _ in options.fields):
        keys = spelt()
        for name in names:
            known_as = keys.get(_folded(name))
            if known_as and not (field == "outlet" and _is_address(record[known_as])):
                return known_as, record[known_as]
    return next((key for key in names if key in record), names[0]), None


def _is_address(value: object) -> bool:
    return isinstance(value, str) and "://" in value


def _by_spelling(record: Mapping[str, object]) -> Mapping[str, str]:
    """The keys that hold anything, by what programs do not differ in."""
    return {_folded(key): key for key, value in record.items() if value is not None}


def _folded(key: str) -> str:
    """The key without what programs differ in: `pub_date` is `pubDate` is `PUBDATE`."""
    return key.replace("_", "").replace("-", "").replace(" ", "").lower()


def _said(value: object) -> object:
    """What a value says: of an object, its name or the like; of a list, what all in it say."""
    if isinstance(value, Mapping):
        return next((value[key] for key in _SAID_UNDER if value.get(key) is not None), None)
    if isinstance(value, list):
        names = (words(_said(each)) for each in value if not isinstance(each, list))
        return ", ".join(filter(None, names)) or None
    return value


def _text(name: str, value: object) -> str:
    if value is None:
        raise Refused(Reason.EMPTY, f"the record has no {name!r}; --field text=KEY says where its words are")
    text = _joined(value) if isinstance(value, list) else _said(value)
    if not isinstance(text, str):
        raise Refused(Reason.MALFORMED, f"{name!r} is not a string")
    if not text.strip():
        raise Refused(Reason.EMPTY, f"{name!r} is blank")
    return text


def _joined(listed: list[object]) -> str | None:
    """Paragraphs; or, where some are objects, the stretches of one text that are set in other type."""
    said = [_said(each) if isinstance(each, str | Mapping) else None for each in listed]
    pieces = [each for each in said if isinstance(each, str)]
    between = "\n\n" if all(isinstance(each, str) for each in listed) else ""
    return between.join(pieces) if len(pieces) == len(listed) else None


def _is_markup(text: str) -> bool:
    """Whether the text is a page or a piece of one from its first character to its last."""
    return text.rstrip().endswith(">") and is_html(root_of(text))


def _refuse_doubt(record: Mapping[str, object], used: Iterator[str]) -> None:
    if isinstance(record, Ambiguous):
        for key in used:
            if key in record.keys_in_doubt:
                raise Refused(Reason.MALFORMED, f"{key!r} stands twice, with different values")
