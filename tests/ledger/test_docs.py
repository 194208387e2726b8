"""What docs/ledger.md says runs, and what it lists is all there is."""

import re
import sqlite3
from pathlib import Path

import pytest

from sayso.exports import WRITERS
from sayso.ledger import CLAIMS, FIELDS, Ledger, Only
from sayso.ledger.schema import metadata
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes

TEXT = Path(__file__).parents[2].joinpath("docs", "ledger.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def section(heading: str) -> str:
    return TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    with Ledger.open(tmp_path / "sayso.sqlite") as ledger:
        ledger.add([outcomes.read(a_reading()), outcomes.refused()], run=outcomes.run(ledger))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("query", blocks("sql"))
def test_sql_runs(folder, query):
    connection = sqlite3.connect(folder / "sayso.sqlite")
    connection.execute(query).fetchall()
    connection.close()


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(folder, code):
    exec(compile(code, "docs/ledger.md", "exec"), {})  # noqa: S102


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Tables", metadata.tables),
        ("From Python", [*CLAIMS.names, *Only.__annotations__]),
        ("Writing out", WRITERS),
    ],
)
def test_everything_is_documented(heading, names):
    assert {name for name in names if f"`{name}`" not in section(heading)} == set()


def test_every_field_of_a_search_is_documented():
    assert {field for field in FIELDS if f"`{field}:" not in section("Searching")} == set()
