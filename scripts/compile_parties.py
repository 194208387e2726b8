"""Compile `leaders.tsv` and `forces.tsv` from rows of the CIA World Factbook (public domain).

python scripts/compile_parties.py LEADERS.jsonl MILITARY_FORCES.jsonl
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent.parent / "src/sayso/annotate/tables"
_LEADERS = """\
# Heads of state and government in office in May 2026; `since` is when they took it.
# Source: CIA World Factbook, "Chief of state" and "Head of government" (public domain).
name	aliases	country	title	since	until	source
"""
_FORCES = """\
# National armed and security forces whose names belong to one state alone.
# Source: CIA World Factbook, "Military and security forces" (public domain).
name	aliases	sector	country	source
"""
_FACTBOOK = "Factbook 2026"
_POLICE = re.compile(r"police|polic|gendarm|carabin|customs|prison|constab|interior", re.IGNORECASE)
_ORDINARY = frozenset((TABLES / "common_words.txt").read_text(encoding="utf-8").split()) | frozenset(
    "gendarmerie fusiliers marine riverine".split()
)
_SPIES = re.compile(r"intelligence|secret service", re.IGNORECASE)
_CIVIL = re.compile(r"^(ministry|department|office)\b", re.IGNORECASE)


def main() -> None:
    """Write both tables."""
    leaders, forces = (_rows(Path(path)) for path in sys.argv[1:3])
    (TABLES / "leaders.tsv").write_text(_LEADERS + "".join(_lines(_leaders(leaders))), encoding="utf-8")
    (TABLES / "forces.tsv").write_text(_FORCES + "".join(_lines(_forces(list(forces)))), encoding="utf-8")


def _leaders(rows: Iterator[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row for each person, but for those who head several states: they are written by hand."""
    told = [row for row in rows if row["country_iso3"] and not row["represented"]]
    states = {name: {row["country_iso3"] for row in told if row["name"] == name} for name in _names(told)}
    seen: set[str] = set()
    for row in told:
        name = row["name"]
        if name not in seen and len(states[name]) == 1:
            seen.add(name)
            since = _day(row["since"])
            told = f"{_FACTBOOK}: {row['country']}, {row['role'].replace('_', ' ')}"
            yield name, ";".join(row["aliases"]), row["country_iso3"], row["title"] or "", since, "", told


def _names(rows: list[dict[str, Any]]) -> set[str]:
    return {row["name"] for row in rows}


def _forces(rows: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    states = {row["country"] for row in rows}
    bearers = Counter(name.casefold() for row in rows for name in {force["name"] for force in row["forces"]})
    for row in rows:
        for force in row["forces"]:
            name = force["name"]
            if not row["country_iso3"] or bearers[name.casefold()] > 1 or _is_generic(name):
                continue
            aliases = [alias for alias in force["abbr"] if _is_telling(alias, states)]
            told = f"{_FACTBOOK}: {row['country']}"
            yield name, ";".join(dict.fromkeys(aliases)), _sector(name), row["country_iso3"], told


def _is_telling(alias: str, states: set[str]) -> bool:
    """Whether a force is known by another name of its own: not "Coast Guard", not the name of its state."""
    ordinary = all(word.casefold().removesuffix("'s") in _ORDINARY for word in alias.split())
    return len(alias) > 5 and alias[0].isupper() and not ordinary and alias not in states


def _is_generic(name: str) -> bool:
    """Whether a name is made of ordinary words alone, or was cut from its prose in the wrong place."""
    words = name.split()
    if (
        not 2 <= len(words) <= 6
        or _CIVIL.search(name)
        or not name.replace(" ", "").replace("-", "").isalpha()
    ):
        return True
    if any(word[0].islower() and word not in ("of", "the", "and", "for") for word in words):
        return True
    return all(word.casefold() in _ORDINARY for word in words)


def _sector(name: str) -> str:
    if _POLICE.search(name):
        return "COP"
    return "SPY" if _SPIES.search(name) else "MIL"


def _day(since: str | None) -> str:
    for shape, written in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%Y", "%Y")):
        try:
            return datetime.strptime(since or "", shape).strftime(written)  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    return ""


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from (json.loads(line) for line in file)


def _lines(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    return ("\t".join(row).rstrip("\t") + "\n" for row in sorted(rows))


if __name__ == "__main__":
    main()
