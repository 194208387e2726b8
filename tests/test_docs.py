"""What the pages of `docs/` name is there, and what they print can be run."""

import pkgutil
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.readings import market_reading
from tests.ledger import outcomes

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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_module_and_name_that_a_page_names_is_there(page: Path):
    text = page.read_text(encoding="utf-8")
    roots = (ROOT / "src" / "sayso", ROOT / "src", ROOT)
    files = re.findall(r"`((?:\w+/)+\w+\.py)\b", text)
    assert [name for name in files if not any((root / name).exists() for root in roots)] == []
    for name in re.findall(r"`(sayso(?:\.\w+)+)(?:\(.*?\))?`", text):
        if not name.endswith(".sqlite"):
            assert pkgutil.resolve_name(name) is not None


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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small ledger, under the name that the pages give it."""
    with Ledger.open(tmp_path / "sayso.sqlite") as ledger:
        outcomes.add(ledger, market_reading())
    return tmp_path


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_python_of_the_ledger_page_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    [session] = blocks("ledger.md", "python")
    monkeypatch.chdir(folder)
    exec(compile(session, "docs/ledger.md", "exec"), {})  # noqa: S102
    assert "quote" in capsys.readouterr().out


def test_the_queries_of_the_ledger_page_run(folder: Path):
    queries = blocks("ledger.md", "sql")
    assert len(queries) == 3
    with closing(sqlite3.connect(folder / "sayso.sqlite")) as database:
        assert database.execute(queries[0]).fetchall()
        assert database.execute(queries[2]).fetchall()
        database.execute(queries[1])
