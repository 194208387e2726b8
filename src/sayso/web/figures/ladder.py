"""The toll ladder: days across, figures up, one line for each source; a number is a link to its sentence."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.web import wording
from sayso.web.columns import ordinal
from sayso.web.figures.axis import Axis, axis
from sayso.web.figures.svg import LANES, drawing, el, link, marker, path
from sayso.web.views.mouths import Said

_WIDTH, _TOP, _LEFT, _FOOT = 1080.0, 26.0, 60.0, 40.0
_BAND = 96.0
_LABELS = 264.0
_STEP = 17.0
_TOOTH = 9.0
_LETTER = 6.6
_LONGEST = 33
# Names beyond these stand in the table alone; lines to more names than these cannot be told apart.
_SCOPES = {"earlier": " (an earlier count)", "part": " (part of a total)", "window": " (over a time)"}
_MOST_NAMED, _MOST_LED = 40, 12


@dataclass(frozen=True, slots=True)
class _Point:
    said: Said
    x: float
    low: float
    high: float | None
    """Where an upper bound lies, if another than the lower."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things go: the days across, the numbers up."""

    days: tuple[int, ...]
    numbers: Axis
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.width - _LABELS

    def x(self, day: int, share: float) -> float:
        """Days stand in equal bands in their order; `share` is how far into the day's band."""
        band = (self.right - _LEFT) / len(self.days)
        return _LEFT + band * (self.days.index(day) + 0.12 + 0.76 * share)

    def y(self, number: float) -> float:
        return self.numbers.y(number)


def ladder(said: Sequence[Said], *, field: str, title: str) -> Markup | None:
    """The ladder of one field; None where no source gives a number.

    Filled markers are totals in a source's own report; hollow ones are copies and parts of totals. A bar is a
    range, an arrow an open bound, a dashed line joins what one source said over time. A star is for a number
    that people corrected.
    """
    given = [
        one
        for one in said
        if one.field == field and one.published and (one.low is not None or one.high is not None)
    ]
    if not given:
        return None
    frame = _frame(given)
    lanes = _lanes(given, frame)
    return drawing(
        *_grid(frame),
        *_breaks(frame),
        *(part for points in lanes.values() for part in _line(points)),
        *(part for points in lanes.values() for part in _points(points)),
        *_labels(lanes, frame),
        width=frame.width,
        height=frame.height,
        title=f"{wording.words(field).capitalize()}: {title}",
        description=_description(lanes, frame),
        id=f"ladder-{field}",
        name="ladder",
    )


def _frame(given: Sequence[Said]) -> _Frame:
    days = tuple(sorted({ordinal(one.published) for one in given}))
    numbers = [number for one in given for number in (one.low, one.high) if number is not None]
    width = max(_WIDTH, _LEFT + _LABELS + _BAND * min(len(days), 14))
    height = max(300.0, _TOP + _FOOT + _STEP * min(len({one.source for one in given}), _MOST_NAMED))
    return _Frame(days, axis(numbers, foot=height - _FOOT, head=_TOP), width, height)


def _lanes(given: Sequence[Said], frame: _Frame) -> Mapping[str, list[_Point]]:
    by_day: dict[int, list[Said]] = {}
    for one in given:
        by_day.setdefault(ordinal(one.published), []).append(one)
    lanes: dict[str, list[_Point]] = {}
    for day in frame.days:
        shown = by_day[day]
        for place, one in enumerate(shown):
            low = one.low if one.low is not None else one.high or 0
            high = one.high if one.low is not None and one.high not in (None, one.low) else None
            share = (place + 0.5) / len(shown)
            lanes.setdefault(one.source, []).append(
                _Point(one, frame.x(day, share), frame.y(low), None if high is None else frame.y(high))
            )
    return lanes


def _grid(frame: _Frame) -> Iterator[Markup]:
    for stretch in frame.numbers.stretches:
        for number in stretch.ticks:
            y = stretch.y(number)
            yield el("line", x1=_LEFT, x2=frame.right, y1=y, y2=y, class_="grid" if number else "axis")
            yield el("text", f"{number:,}", x=_LEFT - 8, y=y + 4, class_="tick", text_anchor="end")
    for index, day in enumerate(frame.days):
        left, right = frame.x(day, -0.158), frame.x(day, 1.158)
        if index % 2:
            yield el("rect", x=left, y=_TOP, width=right - left, height=frame.y(0) - _TOP, class_="band")
        when = date.fromordinal(day)
        every = math.ceil(len(frame.days) / 9)
        if index % every == 0:
            yield el(
                "text", f"{when.day} {when:%b}", x=(left + right) / 2, y=frame.y(0) + 18, class_="tick",
                text_anchor="middle",
            )  # fmt: skip
    years = sorted({date.fromordinal(day).year for day in frame.days})
    label = " – ".join(dict.fromkeys(str(year) for year in (years[0], years[-1])))
    yield el("text", f"published, {label}", x=_LEFT, y=frame.y(0) + 35, class_="tick quiet")


def _breaks(frame: _Frame) -> Iterator[Markup]:
    """Where the axis leaves numbers out, as a torn strip that says so."""
    for low, high, middle in frame.numbers.breaks:
        words = f"axis broken from {low:,} to {high:,}"
        teeth = range(int((frame.right - _LEFT - _LETTER * len(words)) // _TOOTH))
        edge = [(_LEFT + _TOOTH * tooth, middle - 5 + 4 * (tooth % 2)) for tooth in teeth]
        torn = path([*edge, *((x, y + 6) for x, y in reversed(edge))])
        yield el("path", d=f"{torn}Z", class_="torn")
        yield el(
            "text", words, x=frame.right - 8, y=middle + 4, class_="tick halo torn-words", text_anchor="end"
        )


def _line(points: Sequence[_Point]) -> Iterator[Markup]:
    own = [point for point in points if point.said.whole and not point.said.copy]
    if len(own) > 1:
        lane = own[0].said.lane % LANES
        yield el("path", d=path([(point.x, point.low) for point in own]), class_=f"thread lane-{lane}")


def _points(points: Sequence[_Point]) -> Iterator[Markup]:
    for point in points:
        said = point.said
        lane = said.lane % LANES
        hollow = said.copy or not said.whole
        about = f"{said.name}: {said.phrase}, {wording.day(said.published)}, in {said.outlet or 'a report'}"
        about += " (copied)" if said.copy else _SCOPES.get(said.scope, "")
        about += f" (corrected by a reviewer; read as {said.as_read})" if said.as_read else ""
        parts: list[Markup] = []
        if point.high is not None:
            parts.append(
                el("line", x1=point.x, x2=point.x, y1=point.low, y2=point.high, class_=f"range lane-{lane}")
            )
            parts.append(marker(lane, point.x, point.high, size=4.5, hollow=hollow))
        elif said.high is None or said.low is None:
            way = -1 if said.high is None else 1
            tip = point.low + way * 24
            parts.append(el("line", x1=point.x, x2=point.x, y1=point.low, y2=tip, class_=f"open lane-{lane}"))
            head = [(point.x - 4, tip - way * 6), (point.x, tip), (point.x + 4, tip - way * 6)]
            parts.append(el("path", d=path(head), class_=f"open lane-{lane}"))
        parts.append(marker(lane, point.x, point.low, hollow=hollow))
        number = wording.figure_short(said.low, said.high) + ("*" if said.as_read else "")
        above = min(point.low, point.high if point.high is not None else point.low)
        parts.append(
            el(
                "text",
                number,
                x=point.x,
                y=above - 11 - (18 if said.high is None else 0),
                class_=f"value lane-{lane}",
                text_anchor="middle",
            )
        )
        yield link(
            f"/documents/{said.document}?claim={said.claim}#{said.claim}", about, *parts, class_="point",
            data_claim=said.claim,
        )  # fmt: skip


def _labels(lanes: Mapping[str, list[_Point]], frame: _Frame) -> Iterator[Markup]:
    """Each source's name beside its last figure, pushed apart where two would touch."""
    named = list(lanes.values())[:_MOST_NAMED]
    ends = sorted(((points[-1].low, points) for points in named), key=lambda pair: pair[0])
    places: list[float] = []
    for y, _ in ends:
        places.append(max(y, places[-1] + _STEP) if places else max(y, _TOP + 6))
    overflow = max(0.0, (places[-1] if places else 0.0) - frame.y(0))
    places = [place - overflow for place in places]
    for index in range(len(places) - 2, -1, -1):
        places[index] = min(places[index], places[index + 1] - _STEP)
    for place, (y, points) in zip(places, ends, strict=True):
        said = points[-1].said
        lane = said.lane % LANES
        x = frame.right + 22
        if len(named) <= _MOST_LED:
            yield el(
                "path", d=path([(points[-1].x + 26, y), (x - 14, place), (x - 8, place)]), class_="leader"
            )
        yield marker(lane, x, place, size=4.5)
        name = said.name if len(said.name) <= _LONGEST else said.name[: _LONGEST - 1].rstrip() + "…"
        yield el("text", el("title", said.name), name, x=x + 11, y=place + 4, class_=f"label lane-{lane}")


def _description(lanes: Mapping[str, list[_Point]], frame: _Frame) -> str:
    parts = []
    for points in lanes.values():
        phrases = ", then ".join(dict.fromkeys(point.said.phrase for point in points))
        parts.append(f"{points[0].said.name}: {phrases}")
    torn = [f" The axis is broken between {low:,} and {high:,}." for low, high, _ in frame.numbers.breaks]
    return "; ".join(parts) + "." + "".join(torn)
