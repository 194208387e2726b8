"""The source network: outlets on the left, those they quote on the right, a line for each who-cites-whom."""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from sayso.web import wording
from sayso.web.figures.svg import drawing, el, link
from sayso.web.views.sources import Citation

_WIDTH, _ROW, _TOP = 1000.0, 24.0, 34.0
_LEFT, _RIGHT = 260.0, 700.0
_LONGEST = 32
_THICKEST = 7.0


def network(citations: Sequence[Citation], *, most: int = 24) -> Markup | None:
    """The strongest citations as a figure; None where nobody is cited."""
    if not citations:
        return None
    speakers = _ranked([(one.who, one.claims) for one in citations])[:most]
    kept = [one for one in citations if one.who in speakers]
    outlets = _ranked([(one.outlet, one.claims) for one in kept])
    heaviest = max(one.claims for one in kept)
    # The speakers stand in the order of the outlets that quote them, so that fewer lines cross.
    place = {outlet: index for index, outlet in enumerate(outlets)}
    pull = {
        who: sum(place[one.outlet] * one.claims for one in kept if one.who == who)
        / sum(one.claims for one in kept if one.who == who)
        for who in speakers
    }
    ordered = sorted(speakers, key=lambda who: (pull[who], who))
    tall = _TOP + _ROW * max(len(outlets), len(ordered)) + 6
    left, right = _spread(outlets, tall), _spread(ordered, tall)
    parts = [
        el("text", "outlet", x=_LEFT - 12, y=16, class_="tick", text_anchor="end"),
        el("text", "quotes", x=(_LEFT + _RIGHT) / 2, y=16, class_="tick", text_anchor="middle"),
        el("text", "speaker", x=_RIGHT + 12, y=16, class_="tick"),
    ]
    for one in sorted(kept, key=lambda one: one.claims):
        y1, y2 = left[one.outlet], right[one.who]
        bend = (_LEFT + _RIGHT) / 2
        curve = f"M{_LEFT:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {_RIGHT:.1f} {y2:.1f}"
        thick = 1 + (_THICKEST - 1) * one.claims / heaviest
        parts.append(
            link(
                f"/claims?{_query(outlet=one.outlet, who=one.who)}",
                f"{one.outlet} quotes {one.who}: {wording.many(one.claims, 'claim')}",
                el("path", d=curve, class_="cite", stroke_width=thick),
                class_="point",
            )
        )
    for name, y in left.items():
        parts.append(el("circle", cx=_LEFT, cy=y, r=4, class_="node"))
        parts.append(_name(name, _LEFT - 12, y, f"/claims?{_query(outlet=name)}", "end"))
    for name, y in right.items():
        parts.append(el("rect", x=_RIGHT - 4, y=y - 4, width=8, height=8, class_="node"))
        parts.append(_name(name, _RIGHT + 12, y, f"/claims?{_query(who=name)}", "start"))
    described = "; ".join(f"{one.outlet} quotes {one.who} {one.claims} times" for one in kept[:30])
    return drawing(
        *parts, width=_WIDTH, height=tall, title="Who quotes whom", description=described, id="network",
        name="network",
    )  # fmt: skip


def _ranked(pairs: Sequence[tuple[str, int]]) -> list[str]:
    totals: dict[str, int] = {}
    for name, many in pairs:
        totals[name] = totals.get(name, 0) + many
    return sorted(totals, key=lambda name: (-totals[name], name))


def _spread(names: Sequence[str], tall: float) -> dict[str, float]:
    """Names one below the other, in the middle of the height."""
    row = (tall - _TOP) / max(len(names), 1)
    return {name: _TOP + row * (index + 0.5) for index, name in enumerate(names)}


def _name(name: str, x: float, y: float, href: str, anchor: str) -> Markup:
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    return link(
        href, short, el("text", el("title", name), short, x=x, y=y + 4, text_anchor=anchor, class_="label")
    )


def _query(**known: str) -> str:
    return urlencode(known)
