import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from sayso.exports.contract import schema
from tests.cli.conftest import Sayso

REPORT = "Police in Orlo said on Monday that two people were injured when a bus overturned near the port."
COMMAND = [str(Path(sys.executable).with_name("sayso"))]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


def test_read_prints_a_sheet(sayso: Sayso, report: Path):
    result = sayso("read", report, "--title", "Bus overturns", "--outlet", "Sarn Wire")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "Bus overturns"
    assert "Police in Orlo" in result.stdout
    assert not any(line.endswith(" ") for line in result.stdout.splitlines())


def test_read_json_is_one_line_for_each_report_and_fits_the_contract(sayso: Sayso, report: Path):
    result = sayso("read", "--json", report, report, "--published", "2031-05-06")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert len(lines) == 2
    for line in lines:
        reading = json.loads(line)
        jsonschema.validate(reading, schema())
        assert reading["document"]["origin"] == str(report)
        assert reading["document"]["published"] == "2031-05-06"


def test_read_gives_the_id_of_a_record_back(sayso: Sayso, tmp_path: Path):
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps({"key": "a-7", "body": REPORT, "outlet": "Sarn Wire"}))
    result = sayso("read", "--json", path, "--field", "id=key", "--field", "text=body")
    document = json.loads(result.stdout)["document"]
    assert (document["external_id"], document["outlet"]) == ("a-7", "Sarn Wire")


def test_read_names_refusals_on_standard_error_and_goes_on(sayso: Sayso, report: Path, tmp_path: Path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = sayso("read", "--json", tmp_path / "empty.txt", tmp_path / "missing", report)
    assert result.exit_code == 3
    assert [json.loads(line)["document"]["text"] for line in result.stdout.splitlines()] == [REPORT]
    refusals = result.stderr.splitlines()
    assert [refusal.split(": ")[1] for refusal in refusals] == ["empty", "not-found"]


def test_read_keeps_the_order_of_its_inputs(sayso: Sayso, tmp_path: Path):
    texts = [f"{REPORT} Report {number}." for number in range(30)]
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    lines = sayso("read", "--json", "-j", "3", path).stdout.splitlines()
    assert [json.loads(line)["document"]["text"] for line in lines] == texts


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "yesterday"], "'yesterday' is no calendar day"),
        (["--published", "2031-02-30"], "'2031-02-30' is no calendar day"),
        (["--parties", "nowhere.csv"], "'nowhere.csv' does not exist"),
        (["--field", "text"], "--field text: write OURS=THEIRS"),
        (["--field", "colour=red"], "OURS is one of"),
        (["--max-seconds", "0"], "max-seconds"),
        (["-j", "0"], "-j"),
    ],
)
def test_options_that_make_no_sense_are_usage_errors(
    sayso: Sayso, report: Path, arguments: list[str], words: str
):
    result = sayso("read", report, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_read_takes_standard_input(report: Path):
    with report.open("rb") as file:
        done = subprocess.run([*COMMAND, "read", "--json", "-"], stdin=file, capture_output=True, check=True)
    assert json.loads(done.stdout)["document"]["origin"] == "-"
    assert done.stderr == b""


def test_read_is_quiet_when_its_reader_hangs_up(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps({"text": f"{REPORT} {n}"}) + "\n" for n in range(200)))
    with subprocess.Popen(
        [*COMMAND, "read", "--json", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 1


def test_a_terminal_that_lacks_a_character_shows_its_number(report: Path):
    report.write_text("Police in Łod said on Monday that two people were injured near the port.")
    latin = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([*COMMAND, "read", str(report)], capture_output=True, env=latin)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u0141od" in done.stdout


def test_nothing_is_wrong_with_an_output_that_the_shell_closed(report: Path):
    line = f"{COMMAND[0]} version >&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_module_is_imported_from_the_folder_that_is_read(tmp_path: Path, report: Path):
    for name in ("numpy", "lxml", "json", "pickle", "sayso"):
        (tmp_path / f"{name}.py").write_text("open('imported', 'w')\n")
    done = subprocess.run([*COMMAND, "read", report.name], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "imported").exists()


def test_a_file_name_that_is_no_text_is_read(tmp_path: Path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(REPORT)
    done = subprocess.run([*COMMAND, "read", "--json", path], capture_output=True)
    assert done.returncode == 0
    assert json.loads(done.stdout)["document"]["text"] == REPORT


def test_read_takes_a_pipe_that_the_shell_opened(report: Path):
    line = f"{COMMAND[0]} read --json <(sleep 1; cat {report}) | wc -l"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_read_knows_the_parties_of_a_users_own_file(sayso: Sayso, report: Path, tmp_path: Path):
    report.write_text("The Dawn Brigade said that it shelled the village on Monday.")
    (tmp_path / "mine.csv").write_text("name,aliases,sector,country\nDawn Brigade,,REB,VLM\n")
    result = sayso("read", "--json", report, "--parties", tmp_path / "mine.csv")
    (entity,) = [one for one in json.loads(result.stdout)["entities"] if one["name"] == "Dawn Brigade"]
    assert (entity["sector"], entity["country"]) == ("REB", "VLM")
    explained = sayso("read", "--explain", report, "--parties", tmp_path / "mine.csv").stdout
    assert "Dawn Brigade is known by name" in " ".join(explained.split())


def test_read_refuses_parties_that_make_no_sense(sayso: Sayso, report: Path, tmp_path: Path):
    (tmp_path / "mine.csv").write_text("name,sector\nDawn Brigade,ROGUE\n")
    result = sayso("read", report, "--parties", tmp_path / "mine.csv")
    assert result.exit_code == 2
    assert "line 2: 'ROGUE' is no PLOVER sector" in " ".join(result.stderr.split())
