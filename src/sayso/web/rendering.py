"""Pages as HTML: the templates, and the few words they need beyond a view."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape
from starlette.requests import Request

from sayso.ledger import CHANGE_KINDS
from sayso.ledger.listed import ClaimRow
from sayso.model import DEFINITIONS, STATUSES, Effect
from sayso.model.document import REASONS
from sayso.version import __version__
from sayso.web import wording
from sayso.web.figures.bars import bars
from sayso.web.figures.grid import STANCES, matrix
from sayso.web.figures.ladder import ladder
from sayso.web.figures.network import network
from sayso.web.figures.scenes import scenemap
from sayso.web.figures.svg import marker
from sayso.web.figures.worldmap import spots_of, worldmap
from sayso.web.marks import LAYERS, Mark, Segment, segments

HERE = Path(__file__).parent
MAP_TITLE = "Where incidents are said to have happened"
_FONTS = ("public-sans.woff2", "source-serif.woff2")
"""Those of nearly every line: asked for at once, or the page would move as they arrive."""
FLAGS = {"single source": "○", "corroborated": "●", "contested": "◐", "denied": "✕"}
"""A sign for each status, so that it is not told by colour alone."""


@cache
def environment() -> Environment:
    """The templates, with everything escaped that does not say otherwise."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": wording.day,
        "words": wording.words,
        "field": wording.field,
        "ground": wording.ground,
        "strongest": wording.strongest,
        "headline": _headline,
        "said_by": wording.said_by,
        "toll": wording.toll,
        "many": wording.many,
        "at": _at,
        "moment": lambda written: _at(written) if "T" in written else wording.day(written),
        "marked": _marked,
        "excerpt": _excerpt,
        "found": _found,
        "pretty": _pretty,
        "code": _code,
        "sentence": lambda text: text if text.endswith(".") else f"{text}.",
        "days": lambda row: wording.days(row.day, row.until),
        "tojson_attribute": lambda value: json.dumps(value, ensure_ascii=False),
    }
    made.globals |= {
        "ladder": ladder,
        "bars": bars,
        "network": network,
        "matrix": matrix,
        "worldmap": lambda rows, towns: worldmap(spots_of(rows), title=MAP_TITLE, towns=towns),
        "scenemap": scenemap,
        "flags": FLAGS,
        "stances": {stance: sign for stance, (sign, _) in STANCES.items()},
        "statuses": {status.value: definition for status, definition in STATUSES.items()},
        "layers": LAYERS,
        "marker": marker,
        "refusal_reasons": {reason.value: definition for reason, definition in REASONS.items()},
        "definitions": {code.value: text for codes in DEFINITIONS.values() for code, text in codes.items()},
        "change_kinds": {kind.value: meaning for kind, meaning in CHANGE_KINDS.items()},
        "fonts": [font for font in _FONTS if (HERE / "static" / "vendor" / font).is_file()],
        "version": __version__,
    }
    return made


def linker(request: Request) -> Any:
    """A function from changes of the query to the address of this page with them; None takes a name away."""

    def changed(**changes: str | Sequence[str] | None) -> str:
        query = [pair for pair in request.query_params.multi_items() if pair[0] not in changes and pair[1]]
        for name, value in changes.items():
            values = [] if value is None else [value] if isinstance(value, str) else value
            query += [(name, one) for one in values]
        return request.url.path + ("?" + urlencode(query) if query else "")

    return changed


def toggler(request: Request) -> Any:
    """A function from a filter and a value to the address with the value added, or taken away."""
    changed = linker(request)

    def toggled(name: str, value: str) -> str:
        values = request.query_params.getlist(name)
        kept = [one for one in values if one != value] if value in values else [*values, value]
        link: str = changed(**{name: kept, "after": None, "before": None})
        return link

    return toggled


def _marked(text: str, marks: Sequence[Mark]) -> Markup:
    """A text with its marks as elements; `textContent` of a mark's elements, joined, is the mark's words."""
    anchors: set[str] = set()
    return Markup("").join(_element(segment, marks, anchors) for segment in segments(text, marks))


def _element(segment: Segment, marks: Sequence[Mark], anchors: set[str]) -> Markup:
    """One stretch of text; the first that evidence for a claim begins in is a link to the claim."""
    words = Markup(str(escape(segment.text)).replace("\r", "&#13;"))  # noqa: S704 - escaped, and exact in a browser
    if not segment.marks:
        return Markup('<span data-at="{}">{}</span>').format(segment.at, words)
    covering = [marks[index] for index in segment.marks]
    classes = [f"m-{mark.layer}" for mark in covering]
    classes += [f"r-{mark.role}" for mark in covering if mark.layer == "source"]
    classes += [f"open-{marks[index].layer}" for index in segment.opens]
    classes += [f"close-{marks[index].layer}" for index in segment.closes]
    claims = dict.fromkeys(claim for mark in covering for claim in mark.claims)
    begun = [marks[index] for index in segment.opens if marks[index].role in _EVIDENCE]
    own = next((claim for mark in begun for claim in mark.claims if claim not in anchors), None)
    shared = Markup('class="m {}" data-at="{}" data-m="{}" data-c="{}"').format(
        " ".join(dict.fromkeys(classes)), segment.at, " ".join(map(str, segment.marks)), " ".join(claims)
    )
    if own is None:
        return Markup("<span {}>{}</span>").format(shared, words)
    anchors.add(own)
    return Markup('<a href="#{}" id="w-{}" {}>{}</a>').format(own, own, shared, words)


_EVIDENCE = frozenset({"trigger", "title", *(effect.value for effect in Effect)})
"""Roles of the words that a claim is pinned to."""


def _excerpt(claim: Any) -> Markup:
    """The sentence around a claim with its evidence marked."""
    start = claim.start - claim.context_start
    end = claim.end - claim.context_start
    if not 0 <= start < end <= len(claim.context):
        return Markup("<mark>{}</mark>").format(claim.quote)
    before, words, after = claim.context[:start], claim.context[start:end], claim.context[end:]
    return Markup("{}<mark>{}</mark>{}").format(before, words, after)


def _found(row: Any) -> Markup:
    """What a search found in a report, with its words marked."""
    whole, at = Markup(""), 0
    for match in row.matches:
        whole += Markup("{}<mark>{}</mark>").format(row.snippet[at : match.start], match.of(row.snippet))
        at = match.end
    before, after = row.cut
    # Joined to its word, so that no line begins or ends with dots alone.
    return Markup("{}{}{}{}").format(
        "…\N{NO-BREAK SPACE}" if before else "",
        whole,
        row.snippet[at:].rstrip(),
        "\N{NO-BREAK SPACE}…" if after else "",
    )


def _headline(claim: ClaimRow) -> Markup:
    """What a claim says in one line; each side by itself, so that the arrow points alike in every script."""
    return Markup(" → ").join(Markup("<bdi>{}</bdi>").format(side) for side in wording.sides(claim))


def _code(text: str) -> Markup:
    """Words between backticks as code."""
    parts = [
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(text.split("`"))
    ]
    return Markup("").join(parts)


def _pretty(written: str) -> str:
    """JSON with a line for each value."""
    return json.dumps(json.loads(written), ensure_ascii=False, indent=2)


def _at(moment: str | None) -> str:
    """A moment as day and time of day."""
    if not moment:
        return "not finished"
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{when.day} {when:%B %Y, %H:%M}"


def context_of(request: Request, **more: Any) -> Mapping[str, Any]:
    """What every template is given."""
    person = request.scope.get("state", {}).get("person")
    return {"request": request, "person": person, "link": linker(request), "toggle": toggler(request), **more}
