"""What the pages of `docs/` name is there, and what they print can be run."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LAYOUT = (ROOT / "docs" / "layout.md").read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path):
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for link in links:
        target, _, anchor = link.partition("#")
        if target.startswith("http"):
            continue
        there = page.parent / target if target else page
        assert there.exists(), link
        assert not anchor or anchor in anchors(there), link


def test_every_file_and_folder_that_the_layout_names_is_there():
    named = re.findall(r"`([a-z_]+/[\w/.]*)`", LAYOUT)
    assert len(named) > 30
    roots = (ROOT / "src" / "sayso", ROOT / "src" / "sayso" / "evaluation", ROOT)
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


def test_every_table_that_the_layout_names_is_in_the_file_that_it_names():
    tables = re.findall(r"`([A-Z]{4,})` (?:in|of) `([\w/]+\.py)`", LAYOUT)
    assert len(tables) > 3
    for name, file in tables:
        assert re.search(rf"^{name}\b", (ROOT / "src" / "sayso" / file).read_text(encoding="utf-8"), re.M), (
            name
        )


def test_every_package_has_its_place_in_the_layout():
    packages = {path.parent.name for path in (ROOT / "src" / "sayso").glob("*/__init__.py")}
    assert [name for name in sorted(packages - {"demo"}) if f"`{name}/`" not in LAYOUT] == []
