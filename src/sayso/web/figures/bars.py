"""Bars over time: how many claims or incidents each day has."""

import math
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from sayso.web import wording
from sayso.web.figures.svg import drawing, el, link

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 1080.0, 150.0, 34.0, 26.0
_WIDEST = 64.0
# Room for a tick such as 3 May, and for one such as 30 May 2031, in pixels.
_TICK, _DATED = 50.0, 84.0
_MONTH = len("2031-05")


def bars(days: Sequence[tuple[str, int]], *, title: str, noun: str, href: str, id: str) -> Markup | None:
    """One bar for each day (or month) with something in it, in order; `{}` in `href` stands for it.

    Days with nothing between them are left as a gap as wide as a bar at most: what matters is the order.
    """
    if not days:
        return None
    most = max(count for _, count in days)
    room = (_WIDTH - _LEFT) / max(len(days), 1)
    band = min(room, _WIDEST)
    foot = _HEIGHT - _BOTTOM
    parts: list[Markup] = []
    for share in (0.5, 1.0):
        number = round(most * share)
        y = foot - (foot - 12) * number / most
        parts.append(el("line", x1=_LEFT, x2=_WIDTH, y1=y, y2=y, class_="grid"))
        parts.append(el("text", f"{number:,}", x=_LEFT - 6, y=y + 4, class_="tick", text_anchor="end"))
    years = len({day[:4] for day, _ in days}) > 1
    every = max(1, math.ceil((_DATED if years else _TICK) / band))
    for index, (day, count) in enumerate(days):
        x = _LEFT + index * band
        tall = max(1.5, (foot - 12) * count / most)
        about = f"{wording.day(day)}: {wording.many(count, noun)}"
        parts.append(
            link(
                href.replace("{}", day),
                about,
                el("rect", x=x, y=8.0, width=band, height=foot - 8, class_="hit"),
                el("rect", x=x + band * 0.12, y=foot - tall, width=band * 0.76, height=tall, class_="bar"),
                class_="point",
                data_day=day,
            )
        )
        if index % every == 0 and x + 40 < _WIDTH + 10:
            parts.append(el("text", _tick(day, years=years), x=x + band * 0.12, y=foot + 17, class_="tick"))
    parts.append(el("line", x1=_LEFT, x2=_WIDTH, y1=foot, y2=foot, class_="axis"))
    described = "; ".join(f"{wording.day(day)}: {count:,}" for day, count in days[:40])
    return drawing(
        *parts, width=_WIDTH, height=_HEIGHT, title=title, description=described, id=id, name="bars"
    )


def _tick(day: str, *, years: bool) -> str:
    """A day as briefly as it can be told from the others; with its year where there are several."""
    if len(day) == _MONTH:
        return f"{date.fromisoformat(f'{day}-01'):%b %Y}"
    when = date.fromisoformat(day) if len(day) > _MONTH else None
    if when is None:
        return day
    return f"{when.day} {when:%b %Y}" if years else f"{when.day} {when:%b}"
