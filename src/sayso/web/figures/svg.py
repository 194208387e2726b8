"""SVG elements as escaped markup."""

from collections.abc import Iterable

from markupsafe import Markup, escape

NAMESPACE = "http://www.w3.org/2000/svg"
LANES = 8
"""How many sources can be told apart by line, marker and colour; later ones begin again."""


def el(name: str, *inside: object, **attributes: object) -> Markup:
    """One element. The last underscore of a name falls away, others become hyphens; None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = Markup("").join(escape(part) for part in inside)
    return Markup(f"<{name}{written}>{content}</{name}>")  # noqa: S704 - all parts are escaped above


def drawing(
    *inside: object, width: float, height: float, title: str, description: str, id: str, name: str
) -> Markup:
    """A whole figure, with a title and a description for those who cannot see it."""
    return el(
        "svg",
        el("title", title, id=f"{id}-title"),
        el("desc", description, id=f"{id}-desc"),
        *inside,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        width=width,
        height=height,
        class_=f"figure {name}",
        role="group",
        aria_labelledby=f"{id}-title {id}-desc",
    )


def link(href: str, label: str, *inside: object, **attributes: object) -> Markup:
    """A part of a figure that leads to what it stands for."""
    return el("a", el("title", label), *inside, href=href, aria_label=label, **attributes)


def path(points: Iterable[tuple[float, float]]) -> str:
    """The points as the data of a path of straight lines."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)


def marker(lane: int, x: float, y: float, *, size: float = 5.5, hollow: bool = False) -> Markup:
    """The marker of a lane: its shape tells it from the others where colour cannot."""
    shape = _SHAPES[lane % len(_SHAPES)]
    points = [(x + dx * size, y + dy * size) for dx, dy in shape]
    state = " hollow" if hollow else ""
    kind = f"marker lane-{lane % LANES}{state}"
    if not points:
        return el("circle", cx=x, cy=y, r=size, class_=kind)
    return el("path", d=path(points) + "Z", class_=kind)


_SHAPES: tuple[tuple[tuple[float, float], ...], ...] = (
    (),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    ((0, 1.2), (1.1, -0.9), (-1.1, -0.9)),
    ((-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2),
     (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)),
    ((-1.2, 0), (-0.6, -1.1), (0.6, -1.1), (1.2, 0), (0.6, 1.1), (-0.6, 1.1)),
    ((0, -1.3), (1.2, -0.4), (0.75, 1.1), (-0.75, 1.1), (-1.2, -0.4)),
)  # fmt: skip


def _short(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
