from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import CONTAINING, shifted


@given(st.dates(), st.sampled_from(sorted(CONTAINING)))
def test_a_containing_period_holds_its_day(day: date, unit: str) -> None:
    period = CONTAINING[unit](day)
    assert period.first <= period.last
    if unit not in "EC" or day.year >= 10:
        assert period.first <= day <= period.last


@given(st.dates(), st.integers(-30_000, 30_000), st.sampled_from(sorted(CONTAINING)))
def test_shifted_gives_a_day_or_none_and_never_raises(day: date, count: int, unit: str) -> None:
    there = shifted(day, unit, count)
    if there is not None and count:
        assert (there > day) == (count > 0)


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(-12, 12))
def test_step_months_changes_the_month_and_keeps_the_day_where_it_can(day: date, months: int) -> None:
    there = calendar.step_months(day, months)
    assert there is not None
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or (there + timedelta(1)).day == 1


def test_nearest_year_takes_the_nearer_side_unless_told() -> None:
    around = date(2020, 1, 10)
    assert calendar.nearest_year(around, 12, 20) == date(2019, 12, 20)
    assert calendar.nearest_year(around, 12, 20, ahead=0) == date(2020, 12, 20)
    assert calendar.nearest_year(date(2021, 3, 1), 2, 29) == date(2020, 2, 29)


def test_day_of_month_is_none_for_days_that_do_not_exist() -> None:
    assert calendar.day_of_month(2021, 2, 29) is None
    assert calendar.day_of_month(2020, 2, 29) == date(2020, 2, 29)
