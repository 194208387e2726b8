"""JSON records in all their forms."""

import codecs
import json
from pathlib import Path

import pytest

from sayso.model import Media, PublishedFrom, RawItem, Reason, Refusal
from tests.sources.made import items_of, summary

ORLO = {"id": "n1", "text": "Ten people died in Orlo.", "title": "Strike", "outlet": "Vesk Agency"}


def line(**fields: object) -> bytes:
    return json.dumps(ORLO | fields).encode() + b"\n"


def test_records_read_each_line(tmp_path: Path) -> None:
    content = line() + b"\n" + line(id=7, published="2031-02-03", url="http://orlo.test/7", language="en")
    first, second = items_of(tmp_path, content, "given.jsonl")
    assert isinstance(first, RawItem)
    assert isinstance(second, RawItem)
    assert (first.part, first.media, first.content) == ("1", Media.TEXT, ORLO["text"])
    assert (first.declared.external_id, first.declared.title) == ("n1", "Strike")
    assert first.declared.published_from is None
    assert second.part == "3"
    assert second.declared.external_id == "7"
    assert (second.declared.published, second.declared.published_from) == ("2031-02-03", PublishedFrom.GIVEN)
    assert (second.declared.url, second.declared.language) == ("http://orlo.test/7", "en")


def test_records_take_their_fields_from_other_keys(tmp_path: Path) -> None:
    content = b'{"uid": "x", "body": "Ten died.", "text": "not this"}\n'
    (item,) = items_of(tmp_path, content, fields=(("id", "uid"), ("text", "body")))
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.external_id) == ("Ten died.", "x")


def test_records_find_a_field_under_its_usual_names(tmp_path: Path) -> None:
    content = (
        b'{"headline": "Strike", "body": "Ten died.", "date": "2031-02-03", "link": "http://orlo.test/7"}\n'
    )
    (item,) = items_of(tmp_path, content, "given.jsonl")
    assert isinstance(item, RawItem)
    assert item.content == "Ten died."
    assert (item.declared.title, item.declared.url) == ("Strike", "http://orlo.test/7")
    assert (item.declared.published, item.declared.published_from) == ("2031-02-03", PublishedFrom.GIVEN)


def test_records_prefer_the_first_name_that_holds_anything(tmp_path: Path) -> None:
    both = line(published="2031-02-03", date="2030-01-01") + line(published=None, date="2031-02-04")
    first, second = items_of(tmp_path, both, "given.jsonl")
    assert isinstance(first, RawItem)
    assert isinstance(second, RawItem)
    assert (first.declared.published, second.declared.published) == ("2031-02-03", "2031-02-04")


def test_records_look_nowhere_else_for_a_field_whose_key_was_chosen(tmp_path: Path) -> None:
    content = b'{"text": "Ten died.", "date": "2031-02-03"}\n'
    (item,) = items_of(tmp_path, content, "given.jsonl", fields=(("published", "filed"),))
    assert isinstance(item, RawItem)
    assert item.declared.published is None


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{bad json", Reason.MALFORMED),
        (b'{"text": "x", "n": NaN}', Reason.MALFORMED),
        (b'{"text": "\xff"}', Reason.MALFORMED),
        (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", Reason.MALFORMED),
        (b'{"id": "a", "id": "b", "text": "x"}', Reason.MALFORMED),
        (b'{"date": "2031", "date": "2032", "text": "x"}', Reason.MALFORMED),
        (b'{"text": [5]}', Reason.MALFORMED),
        (b'{"text": null}', Reason.EMPTY),
        (b'{"text": " \\n"}', Reason.EMPTY),
        (b"{}", Reason.EMPTY),
        (b"null", Reason.UNSUPPORTED_FORMAT),
        (b"42", Reason.UNSUPPORTED_FORMAT),
        (b'["x"]', Reason.UNSUPPORTED_FORMAT),
        (b'{"text": "' + b"word " * 50_000 + b'"}', Reason.TOO_LARGE),
    ],
    ids=lambda bad: repr(bad)[:24],
)
def test_records_refuse_a_bad_line_and_read_the_next(tmp_path: Path, bad: bytes, reason: Reason) -> None:
    items = items_of(tmp_path, line() + bad + b"\n" + line(), "given.jsonl", max_bytes=220_000)
    assert summary(items) == ["text", str(reason), "text"]
    assert [item.part for item in items] == ["1", "2", "3"]


def test_records_give_a_refused_record_its_own_id(tmp_path: Path) -> None:
    (refusal,) = items_of(tmp_path, line(text=None), "given.jsonl")
    assert isinstance(refusal, Refusal)
    assert refusal.external_id == "n1"


def test_records_read_a_number_of_any_length(tmp_path: Path) -> None:
    content = b'{"n": ' + b"9" * 5000 + b', "text": "Ten died."}\n'
    assert summary(items_of(tmp_path, content, "given.jsonl")) == ["text"]


def test_records_end_at_line_feeds_and_nowhere_else(tmp_path: Path) -> None:
    text = "a\u2028b\u0085c\x0bd\u2029e"
    content = json.dumps({"text": text}, ensure_ascii=False).encode() + b"\r\n" + line()
    items = items_of(tmp_path, content, "given.jsonl")
    assert isinstance(items[0], RawItem)
    assert items[0].content == text
    assert summary(items) == ["text", "text"]


def test_records_keep_the_text_as_it_is_and_make_the_rest_storable(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, b'{"text": "a \\ud800 b \\u0000", "title": "\\udfff"}\n', "given.jsonl")
    assert isinstance(item, RawItem)
    assert item.content == "a \ud800 b \x00"
    assert item.declared.title == "\ufffd"


@pytest.mark.parametrize("name", ["given.json", "given.txt", "given", "given.jsonl"])
@pytest.mark.parametrize("indent", [None, 2])
def test_records_may_be_a_list_or_one_object(tmp_path: Path, name: str, indent: int | None) -> None:
    several = json.dumps([ORLO, ORLO, {"id": 3}], indent=indent).encode()
    items = items_of(tmp_path, several, name)
    assert summary(items) == ["text", "text", "empty"]
    assert [item.part for item in items] == ["1", "2", "3"]
    if indent is None or name != "given.jsonl":
        assert summary(items_of(tmp_path, json.dumps(ORLO, indent=indent).encode(), name)) == ["text"]


def test_records_padded_with_zeros_are_read(tmp_path: Path) -> None:
    items = items_of(tmp_path, line() + line() + b"\0" * 4_000, "given.jsonl")
    assert summary(items) == ["text", "text", "malformed"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_records_may_begin_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    content = (line() + line()).decode().encode(encoding)
    assert content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32))
    assert summary(items_of(tmp_path, content, "given.jsonl")) == ["text", "text"]


def test_a_file_named_json_that_is_none_is_malformed(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, b"[1,]", "given.json")) == ["malformed"]
    assert summary(items_of(tmp_path, b"nul", "given.json")) == ["malformed"]


@pytest.mark.parametrize(
    ("after", "good"),
    [(', {"text": "cut of', 2), (",", 2), (",]", 2), (', {"id": NaN}]', 2), ("", 2), ("] Thank you.", 2)],
)
@pytest.mark.parametrize("between", [", ", " ", ",\n  "])
def test_what_a_list_holds_before_it_goes_wrong_is_read(tmp_path: Path, after: str, good: int, between: str):
    content = f"[{between.join([json.dumps(ORLO)] * 2)}{after}"
    *read, refused = items_of(tmp_path, content.encode(), "given.json")
    assert summary(read) == ["text"] * good
    assert [item.part for item in read] == ["1", "2"]
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.MALFORMED
    assert refused.detail.endswith(f"read before it: {good}")


def test_a_list_over_the_cap_is_too_large(tmp_path: Path) -> None:
    content = b"[" + b",".join([json.dumps(ORLO).encode()] * 2000) + b"]"
    assert summary(items_of(tmp_path, content, "given.json", max_bytes=10_000)) == ["too-large"]


def test_records_refuses_a_list_of_more_values_than_can_say_anything(tmp_path: Path) -> None:
    content = b"[" + b"{}," * 500_000 + b"{}]"
    (refusal,) = items_of(tmp_path, content)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.TOO_LARGE


def test_records_find_a_field_however_its_name_is_spelt(tmp_path: Path) -> None:
    content = (
        b'{"Headline": "Strike", "articleBody": "Ten died.", "DATE-PUBLISHED": "20310203",'
        b' "Authors": ["Bor Unn", {"name": "Ana Lund"}, [[["x"]]]]}\n'
    )
    (item,) = items_of(tmp_path, content, "given.jsonl")
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.title) == ("Ten died.", "Strike")
    assert (item.declared.published, item.declared.byline) == ("2031-02-03", "Bor Unn, Ana Lund")


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "articles": [ORLO, ORLO]},
        {"took": 3, "hits": {"total": 2, "hits": [{"_id": "a", "_source": ORLO}, {"_source": ORLO}]}},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": ORLO}] * 2},
        [{"article": ORLO}, {"article": ORLO}],
    ],
)
def test_records_are_found_in_what_programs_wrap_around_them(tmp_path: Path, answer: object) -> None:
    items = items_of(tmp_path, json.dumps(answer).encode(), "given.json")
    assert [(item.part, item.content) for item in items if isinstance(item, RawItem)] == [
        ("1", ORLO["text"]),
        ("2", ORLO["text"]),
    ]


def test_records_wrapped_in_one_line_are_numbered_after_it(tmp_path: Path) -> None:
    items = items_of(tmp_path, line() + json.dumps({"data": [ORLO, ORLO]}).encode(), "given.jsonl")
    assert [item.part for item in items] == ["1", "2.1", "2.2"]


def test_a_record_that_says_nothing_is_refused_for_itself_whatever_stands_beside_it(tmp_path: Path) -> None:
    items = items_of(tmp_path, json.dumps({"messages": [{"text": ""}, ORLO, 3]}).encode(), "given.json")
    assert summary(items) == ["empty", "text", "unsupported-format"]


def test_records_join_what_a_text_is_in_pieces_of(tmp_path: Path) -> None:
    pieces = ["Ten died in ", {"type": "bold", "text": "Orlo"}, "."]
    items = items_of(tmp_path, line(text=["Ten died.", "Orlo is calm."]) + line(text=pieces), "given.jsonl")
    assert [item.content for item in items if isinstance(item, RawItem)] == [
        "Ten died.\n\nOrlo is calm.",
        "Ten died in Orlo.",
    ]


def test_a_text_that_is_a_page_from_its_first_character_to_its_last_is_read_as_one(tmp_path: Path) -> None:
    rendered = {"rendered": "<p>Ten died in Orlo.</p>\n"}
    items = items_of(
        tmp_path, line(text=rendered) + line(text="<p>Ten died") + line(text="Ten <b>died</b>"), "given.jsonl"
    )
    assert [item.media for item in items if isinstance(item, RawItem)] == [Media.HTML, Media.TEXT, Media.TEXT]


@pytest.mark.parametrize(
    "value", [1928000000, 1928000000123, 1928000000.5, {"$date": "2031-02-03T20:53:20Z"}, 20310203]
)
def test_records_read_the_dates_of_databases(tmp_path: Path, value: object) -> None:
    (item,) = items_of(tmp_path, line(published=value), "given.jsonl")
    assert isinstance(item, RawItem)
    assert (item.declared.published or "")[:10] in ("2031-02-03", "2031-02-04")


@pytest.mark.parametrize("between", [b"\n", b"", b",\n", b"\n\n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_objects_one_after_another_are_records(tmp_path: Path, between: bytes, indent: int | None) -> None:
    one = json.dumps(ORLO, indent=indent).encode()
    items = items_of(tmp_path, between.join([one, one, one]), "given.json")
    assert [item.content for item in items if isinstance(item, RawItem)] == [ORLO["text"]] * 3
    assert not any(isinstance(item, Refusal) for item in items)


def test_objects_in_a_row_that_break_off_are_read_and_the_fault_is_told(tmp_path: Path) -> None:
    one = json.dumps(ORLO, indent=2).encode()
    items = items_of(tmp_path, one + b"\n" + one + b"\n" + one[:30], "given.json")
    assert summary(items) == ["text", "text", "malformed"]


@pytest.mark.parametrize("mark", [b"\x1e", b""])
@pytest.mark.parametrize("end", [b",", b""])
def test_lines_may_bear_the_marks_of_a_sequence_or_a_list(tmp_path: Path, mark: bytes, end: bytes) -> None:
    one = mark + line().rstrip() + end + b"\n"
    items = items_of(tmp_path, one * 3, "given.jsonl")
    assert summary(items) == ["text", "text", "text"]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 200, "somewhere": [ORLO, ORLO]},
        {"response": {"numFound": 2, "results": [ORLO, ORLO]}},
        {"head": {"vars": ["text"]}, "results": {"bindings": [{"text": {"value": ORLO["text"]}}] * 2}},
        {"n1": ORLO, "n2": ORLO},
    ],
)
def test_records_are_found_in_answers_that_are_plainly_none_themselves(
    tmp_path: Path, answer: object
) -> None:
    items = items_of(tmp_path, json.dumps(answer).encode(), "given.json")
    assert [item.content for item in items if isinstance(item, RawItem)] == [ORLO["text"]] * 2


def test_a_report_without_words_is_refused_whatever_lists_it_holds(tmp_path: Path) -> None:
    pictures = {"pictures": [{"description": "A street in Orlo."}]}
    for own in ({"title": "Strike", "text": None}, {"Text": None}, {"pubDate": None}):
        record = json.dumps(own | pictures).encode()
        assert summary(items_of(tmp_path, record, "given.json")) == ["empty"]


def test_what_an_answer_says_of_itself_costs_no_record(tmp_path: Path) -> None:
    answer = {"title": "All strikes", "description": "Strikes of May.", "items": [ORLO, ORLO]}
    items = items_of(tmp_path, json.dumps(answer).encode(), "given.json")
    assert [item.content for item in items if isinstance(item, RawItem)] == [
        "Strikes of May.",
        ORLO["text"],
        ORLO["text"],
    ]


def test_a_record_keeps_what_stands_beside_its_fields(tmp_path: Path) -> None:
    one = {"id": 7, "webPublicationDate": "2031-02-03T08:00:00Z", "fields": {"bodyText": "Ten died."}}
    (item,) = items_of(tmp_path, json.dumps({"response": {"results": [one]}}).encode(), "given.json")
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.external_id) == ("Ten died.", "7")
    assert item.declared.published == "2031-02-03T08:00:00Z"


@pytest.mark.parametrize(
    "said",
    [
        {"source": "https://orlo.test/1", "source-hostname": "Vesk Agency"},
        {"source": {"uri": "orlo.test", "title": "Vesk Agency"}},
        {"account": {"acct": "vesk", "display_name": "Vesk Agency"}},
        {"type": "message", "from": "Vesk Agency"},
    ],
)
def test_records_find_the_outlet_behind_an_address_and_in_an_account(
    tmp_path: Path, said: dict[str, object]
) -> None:
    (item,) = items_of(tmp_path, json.dumps({"text": "Ten died."} | said).encode(), "given.jsonl")
    assert isinstance(item, RawItem)
    assert item.declared.outlet == "Vesk Agency"
