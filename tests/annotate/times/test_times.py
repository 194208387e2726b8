"""What each kind of expression means, in texts about invented places."""

import os
import time
from datetime import date

import pytest

from sayso.annotate.times import ANNOTATOR, calendar_interval, times_in
from sayso.model import Dateline, Span, Time, TimeType
from tests.factory import reading

WEDNESDAY = date(2020, 10, 14)

DATE, TIME, DURATION, SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET


def only(text: str, published: date | None = WEDNESDAY) -> Time:
    (found,) = times_in(text, published=published)
    return found


def read(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in times_in(text, published=published)]


@pytest.mark.parametrize(
    ("phrase", "type_", "value"),
    [
        ("October 11, 2020", DATE, "2020-10-11"),
        ("Sunday, October 11, 2020", DATE, "2020-10-11"),
        ("11 Oct 2020", DATE, "2020-10-11"),
        ("11th of October 2020", DATE, "2020-10-11"),
        ("23 Aug 88", DATE, "1988-08-23"),
        ("14 NOV 89", DATE, "1989-11-14"),
        ("2020-10-11", DATE, "2020-10-11"),
        ("2020-10-11T02:00:00Z", TIME, "2020-10-11T02:00Z"),
        ("13/8/07", DATE, "2007-08-13"),
        ("8.10.2020", DATE, "2020-10-08"),
        ("211200Z OCT 20", TIME, "2020-10-21T12:00Z"),
        ("Oct. 14", DATE, "2020-10-14"),
        ("Sept. 27", DATE, "2020-09-27"),
        ("April four", DATE, "2020-04-04"),
        ("July 2015", DATE, "2015-07"),
        ("June last year", DATE, "2019-06"),
        ("January of this year", DATE, "2020-01"),
        ("the third quarter of 2019", DATE, "2019-Q3"),
        ("this year's third quarter", DATE, "2020-Q3"),
        ("the first half of 2019", DATE, "2019-H1"),
        ("fiscal 1989", DATE, "1989"),
        ("the year two thousand", DATE, "2000"),
        ("nineteen ninety-one", DATE, "1991"),
        ("mid-1996", DATE, "1996"),
        ("the 1990s", DATE, "199"),
        ("the '80s", DATE, "198"),
        ("the nineties", DATE, "199"),
        ("the 19th century", DATE, "18"),
        ("last summer", DATE, "2020-SU"),
        ("the winter of 1998", DATE, "1998-WI"),
        ("yesterday", DATE, "2020-10-13"),
        ("the day before yesterday", DATE, "2020-10-12"),
        ("tomorrow", DATE, "2020-10-15"),
        ("tonight", TIME, "2020-10-14TNI"),
        ("last night", TIME, "2020-10-13TNI"),
        ("THIS MORNING", TIME, "2020-10-14TMO"),
        ("last week", DATE, "2020-W41"),
        ("this month", DATE, "2020-10"),
        ("next year", DATE, "2021"),
        ("two weeks ago", DATE, "2020-W40"),
        ("30 years ago", DATE, "1990"),
        ("ten days ago", DATE, "2020-10-04"),
        ("several years ago", DATE, "PAST_REF"),
        ("last Friday", DATE, "2020-10-09"),
        ("next Friday", DATE, "2020-10-16"),
        ("early Sunday", DATE, "2020-10-11"),
        ("last weekend", DATE, "2020-W41-WE"),
        ("the week of March 6", DATE, "2020-W10"),
        ("9 a.m. Tuesday", TIME, "2020-10-13T09:00"),
        ("noon on Saturday", TIME, "2020-10-10T12:00"),
        ("midnight next Tuesday", TIME, "2020-10-20T24:00"),
        ("Friday morning", TIME, "2020-10-09TMO"),
        ("the night of 5 March", TIME, "2020-03-05TNI"),
        ("10 o'clock in the morning", TIME, "2020-10-14T10:00"),
        ("0430 hours", TIME, "2020-10-14T04:30"),
        ("0430 GMT", TIME, "2020-10-14T04:30Z"),
        ("10:35 a.m. (0735 GMT) Friday", TIME, "2020-10-09T10:35"),
        ("two weeks", DURATION, "P2W"),
        ("at least 72 hours", DURATION, "PT72H"),
        ("16-hour", DURATION, "PT16H"),
        ("two and a half years", DURATION, "P2Y6M"),
        ("half an hour", DURATION, "PT30M"),
        ("two decades", DURATION, "P20Y"),
        ("a few days", DURATION, "PXD"),
        ("the past 24 hours", DURATION, "PT24H"),
        ("week-long", DURATION, "P1W"),
        ("every day", SET, "P1D"),
        ("each Friday", SET, "XXXX-WXX-5"),
        ("twice a week", SET, "P1W"),
        ("Tuesday nights", SET, "XXXX-WXX-2TNI"),
        ("every other week", SET, "P2W"),
        ("now", DATE, "PRESENT_REF"),
        ("recently", DATE, "PAST_REF"),
        ("the near future", DATE, "FUTURE_REF"),
    ],
)
def test_times_in_gives_the_timex_value(phrase: str, type_: TimeType, value: str) -> None:
    text = f"In Orlo shots were fired, {phrase}, near Vask."
    found = only(text)
    assert (found.span.of(text), found.type, found.value) == (phrase, type_, value)


def test_times_in_takes_the_time_of_day_with_its_date_and_zone() -> None:
    text = "On October 11, 2020, at about 2:00 (GMT+4) the Orlo garrison opened fire."
    assert read(text) == [("October 11, 2020, at about 2:00 (GMT+4)", "2020-10-11T02:00+04:00")]


def test_times_in_keeps_what_nothing_tells_open_without_a_report_date() -> None:
    text = "On October 14, on Tuesday, yesterday, last week and in October the bridge at Vask was hit."
    times = times_in(text)
    assert [time.value for time in times] == ["XXXX-10-14", "XXXX-WXX-2", "XXXX-XX-XX", "XXXX-WXX", "XXXX-10"]
    assert all(time.earliest is None and time.latest is None for time in times)


def test_times_in_counts_from_a_whole_date_of_the_text_without_a_report_date() -> None:
    assert read("On 3 May 2019 Orlo fell. The next day Vask fell.", None)[1] == ("The next day", "2019-05-04")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys met in Vask on Friday.", "2020-10-09"),
        ("The envoys will meet in Vask on Friday.", "2020-10-16"),
        ("The envoys are to meet in Vask on Friday.", "2020-10-16"),
        ("The militia was given until Friday to leave.", "2020-10-16"),
        ("The militia crossed the Ravna on Wednesday.", "2020-10-14"),
        ("The envoys met in Vask in November.", "2019-11"),
        ("The envoys will meet in Vask in November.", "2020-11"),
    ],
)
def test_times_in_lets_the_tense_choose_the_side(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("The next day", "2020-10-07"),
        ("That night", "2020-10-06TNI"),
        ("The same day", "2020-10-06"),
        ("Three days later", "2020-10-09"),
        ("A week earlier", "2020-W40"),
        ("The following month", "2020-11"),
        ("The following year", "2021"),
    ],
)
def test_times_in_counts_from_the_day_spoken_of(phrase: str, value: str) -> None:
    text = f"The convoy left Orlo on October 6. {phrase} it was shelled."
    assert read(text)[1] == (phrase, value)


@pytest.mark.parametrize(
    "text",
    [
        "1988 people fled Orlo.",
        "The column of 2020 soldiers halted.",
        "They killed 1988 civilians.",
        "About 2000 left.",
        "between 1990 and 2000 people were held",
        "10 civilians and 35 tanks",
        "He may march on Orlo.",
        "12 may have died.",
        "The men march.",
        "April Vale, 34, spoke.",
        "the 6-year-old boy",
        "Resolution 1701",
        "a second group, a quarter of the votes",
        "The Sunday Herald",
    ],
)
def test_times_in_leaves_numbers_and_names_alone(text: str) -> None:
    assert times_in(text, published=WEDNESDAY) == []


@pytest.mark.parametrize(
    "phrase", ["31 February", "February 30, 2020", "Feb. 29, 2021", "30/02/2020", "2020-13-01"]
)
def test_times_in_keeps_days_that_no_calendar_has_without_a_value(phrase: str) -> None:
    (found,) = times_in(f"It was signed on {phrase}.", published=WEDNESDAY)
    assert (found.value, found.earliest, found.latest) == ("XXXX-XX-XX", None, None)
    assert calendar_interval(found) is None


def test_times_in_tells_a_day_too_many_from_a_count() -> None:
    (found,) = times_in("It was signed on October 45.", published=WEDNESDAY)
    assert (found.value, found.earliest) == ("XXXX-XX-XX", None)
    assert read("In October 45 people were held.") == [("October", "2020-10")]


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("October 11, 2020", "2020-10-11"),
        ("in July 2015", "2015-07"),
        ("in 1988", "1988"),
        ("early March 2020", "2020-03"),
        ("the early days of October", "2020-10-01/2020-10-14"),
        ("last week", "2020-10-05/2020-10-11"),
        ("earlier this week", "2020-10-12/2020-10-13"),
        ("later this week", "2020-10-15/2020-10-18"),
        ("late last week", "2020-10-08/2020-10-11"),
        ("last autumn", "2019-09-01/2019-11-30"),
        ("last night", "2020-10-13"),
        ("overnight", "2020-10-13/2020-10-14"),
        ("last weekend", "2020-10-10/2020-10-11"),
        ("the past 24 hours", "2020-10-13/2020-10-14"),
        ("the past two weeks", "2020-09-30/2020-10-14"),
        ("the past two years", "2018-10/2020-10"),
        ("from 3 to 5 May", "2020-05-03/2020-05-05"),
        ("between 2 and 4 October", "2020-10-02/2020-10-04"),
        ("May 3-5", "2020-05-03/2020-05-05"),
        ("October 11 at 4 p.m.", "2020-10-11"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("two weeks", None),
        ("now", None),
        ("every Friday", None),
    ],
)
def test_calendar_interval_keeps_the_precision_of_the_words(phrase: str, interval: str | None) -> None:
    assert calendar_interval(only(f"Orlo was shelled {phrase}.")) == interval


def test_calendar_interval_of_early_days_of_the_month_spoken_of() -> None:
    text = "The fighting lasted into October 2020, in the early days of which Orlo was shelled."
    month, days = times_in(text, published=WEDNESDAY)
    assert (calendar_interval(month), calendar_interval(days)) == ("2020-10", "2020-10-01/2020-10-14")


def test_calendar_interval_is_none_without_a_report_date() -> None:
    assert calendar_interval(only("Orlo was shelled on Tuesday.", None)) is None


def test_annotator_writes_times_from_the_publication_date() -> None:
    (done,) = ANNOTATOR.annotate([reading("Orlo was shelled yesterday.", published="2020-10-14")])
    assert [time.value for time in done.times] == ["2020-10-13"]


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("2020-10-12", "2020-10-11"),
        ("2020-10-14", "2020-10-13"),
        ("2020-09-12", "2020-10-13"),
        ("2020-10-16", "2020-10-13"),
        (None, "2020-10-13"),
    ],
)
def test_a_report_counts_from_its_dateline_if_it_was_printed_within_a_week(
    sent: str | None, day: str
) -> None:
    dateline = Dateline(place="Kesh", date=sent, span=Span(0, 4))
    text = "KESH Orlo was shelled yesterday."
    (done,) = ANNOTATOR.annotate([reading(text, published="2020-10-14", dateline=dateline)])
    assert [time.value for time in done.times] == [day]


@pytest.mark.parametrize("published", ["", "no date", "2020-13-40", "14 Oct"])
def test_annotator_takes_an_unreadable_publication_date_for_none(published: str) -> None:
    (done,) = ANNOTATOR.annotate([reading("Orlo was shelled yesterday.", published=published)])
    assert [time.value for time in done.times] == ["XXXX-XX-XX"]


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Adak"])
def test_times_in_does_not_depend_on_the_machines_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Yesterday, on Tuesday night at 11:30 p.m., two weeks after 3 May 88, Orlo was shelled."
    expected = times_in(text, published=WEDNESDAY)
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    try:
        assert times_in(text, published=WEDNESDAY) == expected
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_undated_report_gives_its_days_the_one_year_that_it_names() -> None:
    def days(text: str) -> list[str | None]:
        return [found.earliest for found in times_in(text)]

    assert days("It fell on 6 May. It rose on 8 May 2029.") == ["2029-05-06", "2029-05-08"]
    assert days("It fell on 6 May. It rose on 8 May 2029. It ended on 2 June 2030.")[0] is None
    assert days("It fell on 6 May in the war of 1990.")[0] is None
    assert days("It fell on Tuesday. It rose on 8 May 2029.")[0] is None


@pytest.mark.parametrize(
    ("phrase", "value", "earliest", "latest"),
    [
        ("Q3 2029", "2029-Q3", "2029-07-01", "2029-09-30"),
        ("H1 of 2029", "2029-H1", "2029-01-01", "2029-06-30"),
        ("FY2029", "2029", "2029-01-01", "2029-12-31"),
        ("the latter half of 2029", "2029-H2", "2029-07-01", "2029-12-31"),
        ("the first three months of 2029", "P3M", "2029-01-01", "2029-03-31"),
        ("the second half of March 2029", "2029-03", "2029-03-16", "2029-03-31"),
        ("the second Sunday of May 2029", "2029-05-13", "2029-05-13", "2029-05-13"),
        ("the last Monday in June 2029", "2029-06-25", "2029-06-25", "2029-06-25"),
        ("4, 5 and 7 May 2029", "2029-05-04/2029-05-07", "2029-05-04", "2029-05-07"),
        ("the week ending 4 May 2029", "2029-04-28/2029-05-04", "2029-04-28", "2029-05-04"),
        ("the fifth Sunday of February 2030", "XXXX-XX-XX", None, None),
        ("the last day of February 2028", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("the first week of May 2029", "2029-W18", "2029-04-30", "2029-05-06"),
        ("the third straight day", "P3D", "2020-10-12", "2020-10-14"),
        ("a second night running", "P2D", "2020-10-13", "2020-10-14"),
        ("Good Friday 2029", "2029-03-30", "2029-03-30", "2029-03-30"),
        ("last Thanksgiving", "2019-11-28", "2019-11-28", "2019-11-28"),
        ("overnight into Tuesday", "2020-10-12TNI", "2020-10-12", "2020-10-13"),
        ("the night to Tuesday", "2020-10-12TNI", "2020-10-12", "2020-10-13"),
        ("the night from Monday to Tuesday", "2020-10-12TNI", "2020-10-12", "2020-10-13"),
        ("overnight Monday to Tuesday", "2020-10-12TNI", "2020-10-12", "2020-10-13"),
        ("the night between Monday and Tuesday", "2020-10-12TNI", "2020-10-12", "2020-10-13"),
        ("this past weekend", "2020-W41-WE", "2020-10-10", "2020-10-11"),
        ("the week before last", "2020-W40", "2020-09-28", "2020-10-04"),
        ("10 days' time", "2020-10-24", "2020-10-24", "2020-10-24"),
        ("a week ago Tuesday", "2020-10-06", "2020-10-06", "2020-10-06"),
        ("3-May-2029", "2029-05-03", "2029-05-03", "2029-05-03"),
        ("0430Z", "2020-10-14T04:30Z", "2020-10-14", "2020-10-14"),
        ("1400hrs on 3 June 2029", "2029-06-03T14:00", "2029-06-03", "2029-06-03"),
        ("5 a.m. Kabul time", "2020-10-14T05:00+04:30", "2020-10-14", "2020-10-14"),
        ("21 1200Z OCT 20", "2020-10-21T12:00Z", "2020-10-21", "2020-10-21"),
        ("the end of May 2029", "2029-05", "2029-05-16", "2029-05-31"),
    ],
)
def test_times_in_reads_ordinals_feasts_and_forms_of_forces_and_firms(
    phrase: str, value: str, earliest: str | None, latest: str | None
) -> None:
    (found,) = times_in(f"Nobody was there {phrase}, they said.", published=WEDNESDAY)
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Guidelines to be published in early November will decide.", "2020-11"),
        ("A summit set for Washington in December was called off.", "2020-12"),
        ("The accession was planned for early March.", "2021-03"),
        ("They had until mid-November.", "2020-11"),
        ("The envoy arrives on Friday.", "2020-10-16"),
        ("He said that on Friday Aldo Venn would leave.", "2020-10-16"),
        ("Shells fell on Friday.", "2020-10-09"),
    ],
)
def test_what_is_planned_lies_ahead(text: str, day: str) -> None:
    (found,) = times_in(text, published=WEDNESDAY)
    assert found.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shells fell and the fire lasted until Monday.", "2020-10-12"),
        ("The raid continued through Monday.", "2020-10-12"),
        ("By Monday nine had died.", "2020-10-12"),
        ("The truce was extended until Monday.", "2020-10-19"),
        ("They had until Monday.", "2020-10-19"),
        ("They had agreed to leave by Monday.", "2020-10-19"),
    ],
)
def test_a_day_until_which_something_is_told_to_have_lasted_lies_back(text: str, day: str) -> None:
    (found,) = times_in(text, published=WEDNESDAY)
    assert found.value == day


def _values(text: str) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in times_in(text, published=date(2031, 3, 6))]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of the 14 June Front fell back.",
        "FIGHTERS OF THE 14 JUNE FRONT FELL BACK.",
        "A bomb went off in Shahr-e-Now.",
        "Follow @orlo_now",
        "The daily Orlo Post said so.",
    ],
)
def test_words_for_time_within_a_name_tell_none(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unions called a strike starting on Monday.", [("Monday", "2031-03-10")]),
        ("Union and employers to meet Monday.", [("Monday", "2031-03-10")]),
        ("Crowds marched to demand a truce from Monday.", [("Monday", "2031-03-10")]),
        ("They threatened a strike from Monday.", [("Monday", "2031-03-10")]),
        ("Shops were shut from Monday.", [("Monday", "2031-03-03")]),
        ("From March to early June 2029.", [("March", "2029-03"), ("early June 2029", "2029-06")]),
        ("It fell in December and January 2029.", [("December", "2028-12"), ("January 2029", "2029-01")]),
        ("Held from November 2028 to May.", [("November 2028", "2028-11"), ("May", "2029-05")]),
        ("Shut 28 April to 3 May 2029.", [("28 April", "2029-04-28"), ("3 May 2029", "2029-05-03")]),
        ("It fell in March and 900 died in 2029.", [("March", "2031-03"), ("2029", "2029")]),
        ("Huts have burned since dawn.", [("dawn", "2031-03-06TMO")]),
        ("Huts burned at dawn.", [("dawn", "2031-03-06TMO")]),
        ("Nobody sleeps before dawn.", []),
        ("Last year, on 9 May, huts burned.", [("Last year, on 9 May", "2030-05-09")]),
        ("Huts burned two nights ago.", [("two nights ago", "2031-03-04TNI")]),
        ("15.10 BST At least four died, 15.10 percent.", [("15.10 BST", "2031-03-06T15:10")]),
        ("DTG: 101430FEB31", [("101430FEB31", "2031-02-10T14:30")]),
        ("DTG: 101430ZFEB31", [("101430ZFEB31", "2031-02-10T14:30Z")]),
    ],
)
def test_logs_headlines_and_announcements_tell_their_times(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _values(text) == expected


def test_the_entries_of_a_log_are_of_one_day_whatever_days_they_speak_of() -> None:
    log = "21:40 Shells fell again.\n20:15 He said that they fell last night, too.\n18:02 A drone was lost."
    assert _values(log)[-1] == ("18:02", "2031-03-06T18:02")
    assert _values(f"Monday, 3 March, in Orlo:\n{log}")[-1] == ("18:02", "2031-03-03T18:02")


def test_a_log_keeps_the_day_on_top_of_it_in_mind() -> None:
    entry = "hrs: Shells fell near the old mill by the river and two houses burned while the town slept."
    log = "Log of 3 March 2031\n" + "\n".join(f"{hour:02d}:30 {entry}" for hour in range(1, 9))
    assert {value[:10] for _, value in _values(log)} == {"2031-03-03"}
