import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, flags=re.DOTALL)


def test_readme_stays_short():
    assert len(TEXT.split()) < 600


def test_readme_python_session_runs_as_printed():
    (session,) = blocks("python")
    example = doctest.DocTestParser().get_doctest(session, {}, "README", str(README), 0)
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_readme_transcript_is_what_the_command_prints():
    (transcript,) = (block for block in blocks("console") if block.startswith("$ sayso read"))
    command, _, expected = transcript.partition("\n")
    arguments = command.removeprefix("$ sayso ").split()
    printed = subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main()", *arguments],
        capture_output=True,
        check=True,
        cwd=README.parent,
        env=os.environ | {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
    ).stdout.decode()
    assert printed.strip() == expected.strip()


def test_readme_quotes_the_words_at_the_offsets_it_names():
    start, end = map(int, re.findall(r"characters (\d+) to (\d+)", TEXT)[0])
    text = (README.parent / "docs" / "examples" / "market.txt").read_text(encoding="utf-8")
    assert f"“{text[start:end]}”" in TEXT


def test_every_link_of_the_readme_leads_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (README.parent / target).exists(), target
