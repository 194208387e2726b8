"""Bars over time: how many claims or incidents each day has."""

import math
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from sayso.web import wording
from sayso.web.figures.svg import drawing, el, link

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 1080.0, 150.0, 34.0, 26.0
_WIDEST = 90.0
# How wide a break of the axis is, in bars.
_GAP = 0.4
# Room for a tick such as 3 May, and for one such as 30 May 2031, in pixels.
_TICK, _DATED = 50.0, 84.0
_MONTH = len("2031-05")


def bars(days: Sequence[tuple[str, int]], *, title: str, noun: str, href: str, id: str) -> Markup | None:
    """One bar for each day (or month) with something in it, in order; `{}` in `href` stands for it.

    Where days with nothing lie between two bars, however many, the axis is broken.
    """
    if not days:
        return None
    most = max(count for _, count in days)
    stretches = _stretches(days)
    band = min((_WIDTH - _LEFT) / (len(days) + _GAP * (len(stretches) - 1)), _WIDEST)
    foot = _HEIGHT - _BOTTOM
    right = _LEFT + band * (len(days) + _GAP * (len(stretches) - 1))
    years = len({day[:4] for day, _ in days}) > 1
    every = max(1, math.ceil((_DATED if years else _TICK) / band))
    parts = list(_scale(most, right))
    x, free = _LEFT, _LEFT
    for stretch in stretches:
        parts.append(el("line", x1=x, x2=x + band * len(stretch), y1=foot, y2=foot, class_="axis"))
        for index, (day, count) in enumerate(stretch):
            parts.append(_bar(day, x, band, count / most, wording.many(count, noun), href))
            if index % every == 0 and free <= x < _WIDTH - 30:
                parts.append(
                    el("text", _tick(day, years=years), x=x + band * 0.12, y=foot + 17, class_="tick")
                )
                free = x + (_DATED if years else _TICK)
            x += band
        x += band * _GAP
    described = "; ".join(f"{wording.day(day)}: {count:,}" for day, count in days[:40])
    return drawing(
        *parts, width=_WIDTH, height=_HEIGHT, title=title, description=described, id=id, name="bars"
    )


def _stretches(days: Sequence[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """The days (or months) that follow one another without a gap."""
    stretches: list[list[tuple[str, int]]] = []
    last = None
    for day, count in days:
        place = _place(day)
        if last is None or place != last + 1:
            stretches.append([])
        stretches[-1].append((day, count))
        last = place
    return stretches


def _place(day: str) -> int:
    """How many days, or months, lie before a day, or a month."""
    if len(day) == _MONTH:
        return int(day[:4]) * 12 + int(day[5:])
    return date.fromisoformat(day).toordinal() if len(day) > _MONTH else int(day)


def _scale(most: int, right: float) -> Iterator[Markup]:
    """Lines at the largest count and at half of it."""
    foot = _HEIGHT - _BOTTOM
    for number in dict.fromkeys((round(most / 2) or most, most)):
        y = foot - (foot - 12) * number / most
        yield el("line", x1=_LEFT, x2=right, y1=y, y2=y, class_="grid")
        yield el("text", f"{number:,}", x=_LEFT - 6, y=y + 4, class_="tick", text_anchor="end")


def _bar(day: str, x: float, band: float, share: float, counted: str, href: str) -> Markup:
    foot = _HEIGHT - _BOTTOM
    tall = max(1.5, (foot - 12) * share)
    return link(
        href.replace("{}", day),
        f"{wording.day(day)}: {counted}",
        el("rect", x=x, y=8.0, width=band, height=foot - 8, class_="hit"),
        el("rect", x=x + band * 0.12, y=foot - tall, width=band * 0.76, height=tall, class_="bar"),
        class_="point",
        data_day=day,
    )


def _tick(day: str, *, years: bool) -> str:
    """A day as briefly as it can be told from the others; with its year where there are several."""
    if len(day) == _MONTH:
        return f"{date.fromisoformat(f'{day}-01'):%b %Y}"
    when = date.fromisoformat(day) if len(day) > _MONTH else None
    if when is None:
        return day
    return f"{when.day} {when:%b %Y}" if years else f"{when.day} {when:%b}"
