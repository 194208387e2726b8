"""Every span that anybody is shown is found again in the text beside it, whatever the text is full of.

One ingest of reports full of astral characters, combining marks, marks of direction and the like; then every
span in the answers of the command line, of a file, of a PostgreSQL server, and of the desk over both.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger, copy
from sayso.web import Alone, desk
from tests.cli.conftest import Sayso
from tests.ledger.conftest import server  # noqa: F401 - a fixture
from tests.ledger.server import Running
from tests.ledger.test_offsets import ODD

REPORT = (
    "{odd} Rain fell. Police{odd} said on Monday{odd} that rebels shelled {odd}Orlo, killing nine{odd} men. "
    "“We {odd}will not leave Orlo{odd},” Mayor Ines Varga{odd} told reporters. {odd} She denied it."
)
WORDS = ("text", "words", "quote")


def spans(thing: object) -> Iterator[tuple[int, int, str]]:
    """Every span with its words in something that was JSON."""
    if isinstance(thing, Mapping):
        for name in WORDS:
            if isinstance(thing.get(name), str) and isinstance(thing.get("start"), int):
                yield thing["start"], thing["end"], thing[name]
        thing = list(thing.values())
    if isinstance(thing, list):
        for each in thing:
            yield from spans(each)


def refound(thing: object, text: str) -> int:
    """How many spans there are, all of which are where they say."""
    found = list(spans(thing))
    assert [text[start:end] for start, end, _ in found] == [words for _, _, words in found]
    return len(found)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odd") / "odd.jsonl"
    odd = [*ODD.values(), "".join(ODD.values()), ""]
    texts = [REPORT.format(odd=each) for each in odd]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return path


@pytest.fixture(scope="module")
def filled(reports: Path) -> Path:
    ledger = reports.with_name("odd.sqlite")
    result = Sayso()("ingest", reports, "-l", ledger, "--any-subject", "--any-language")
    assert result.exit_code == 0, result.output
    return ledger


def test_the_command_line_shows_words_where_it_says(reports: Path, filled: Path):
    read = Sayso()("read", "--json", reports, "--any-language").stdout.splitlines()
    exported = Sayso()("export", "jsonl", "-l", filled).stdout.splitlines()
    assert len(read) == len(exported) == len(ODD) + 2
    for line in (*read, *exported):
        reading = json.loads(line)
        assert refound(reading, reading["document"]["text"]) > 10


@pytest.mark.parametrize("where", ["file", "server"])
def test_ledger_and_desk_show_words_where_they_say(
    filled: Path,
    where: str,
    server: Running,  # noqa: F811
):
    place = str(filled)
    if where == "server":
        place = server.url(server.new_database())
        copy(filled, place)
    with Ledger.open(place) as ledger:
        rows = ledger.claims().to_pylist()
        texts = {row["document"]: ledger.document(row["document"]).text for row in rows}
        for row in rows:
            text = texts[row["document"]]
            assert text[row["start"] : row["end"]] == row["quote"]
            assert row["context"] in text
        with TestClient(desk(ledger, door=Alone("mira")), base_url="http://localhost") as client:
            listed = client.get("/api/v1/claims?limit=200").json()
            assert listed["total"] == len(rows) > 3 * len(ODD)
            for claim in listed["claims"]:
                assert refound(claim, texts[claim["document"]]) == 1
            for document, text in texts.items():
                shown = client.get(f"/api/v1/documents/{document}").json()
                assert shown["text"] == text
                assert refound([shown["claims"], shown["marks"]], text) > 10
        assert list(ledger.verify()) == []
