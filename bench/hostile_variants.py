"""Variants of hostile files, the same for the same seed: cut, spliced, nested, with other entities, encodings
and numbers. Each must be accounted for without a crash, inside the caps on time and memory."""

import argparse
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from processes import measured

SAYSO = str(Path(sys.executable).with_name("sayso"))
MOST_BYTES, MOST_SOURCE = 1_500_000_000, 200_000
ALLOWED = {0, 3}
Mutate = Callable[[bytes, random.Random, bytes], bytes]


def cut(content: bytes, dice: random.Random, _: bytes) -> bytes:
    return content[: dice.randrange(len(content))]


def holed(content: bytes, dice: random.Random, _: bytes) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + content[at + dice.choice((1, 16, 1024)) :]


def spliced(content: bytes, dice: random.Random, other: bytes) -> bytes:
    at, start = dice.randrange(len(content)), dice.randrange(len(other))
    return content[:at] + other[start : start + dice.choice((20, 2_000, 50_000))] + content[at:]


def repeated(content: bytes, dice: random.Random, _: bytes) -> bytes:
    at, length = dice.randrange(len(content)), dice.choice((1, 40, 400))
    return content[:at] + content[at : at + length] * dice.choice((3, 300, 20_000 // length)) + content[at:]


def nested(content: bytes, dice: random.Random, _: bytes) -> bytes:
    opening, closing = dice.choice(
        ((b"<div>", b"</div>"), (b"[", b"]"), (b'{"a":', b"}"), (b"<![CDATA[", b"]]>"), (b"<!--", b""))
    )
    at, times = dice.randrange(len(content)), dice.choice((30, 3_000, 100_000))
    return content[:at] + opening * times + content[at:] + closing * dice.choice((0, times))


def with_entities(content: bytes, dice: random.Random, _: bytes) -> bytes:
    word = dice.choice(
        (b"&#0;", b"&#xD800;", b"&#1114112;", b"&#99999999999;", b"&lol9;", b"&;", b"&amp" * 500)
    )
    laughs = b"".join(b'<!ENTITY lol%d "%s">' % (n, b"&lol%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b'<!DOCTYPE x [<!ENTITY lol0 "ha">' + laughs + b"]>" if dice.random() < 0.5 else b""
    at = dice.randrange(len(content))
    after = content.find(b"?>", 0, 200) + 2 if content.startswith(b"<?xml") else 0
    return content[:after] + head + content[after:at] + word + content[at:]


def in_another_charset(content: bytes, dice: random.Random, _: bytes) -> bytes:
    told = dice.choice((b"utf-16", b"utf-7", b"iso-2022-jp", b"ebcdic-cp-us", b"x" * 300, b"\0", b"utf-8"))
    content = re.sub(rb"(?i)(charset|encoding)(=[\"']?)[\w-]+", rb"\1\2" + told, content)
    name = dice.choice(("utf-8", "utf-16", "utf-16-be", "utf-32", "cp037", "shift_jis", "utf-7"))
    return content.decode("latin-1").encode(name, "replace")


def with_other_numbers(content: bytes, dice: random.Random, _: bytes) -> bytes:
    number = dice.choice(
        (b"-1", b"0", b"9" * 5_000, b"1e999", b"NaN", b"0x7fffffffffffffff", b"18446744073709551616")
    )
    found = list(re.finditer(rb"[0-9]+", content))
    for one in sorted(dice.sample(found, min(len(found), dice.choice((1, 5)))), key=lambda m: -m.start()):
        content = content[: one.start()] + number + content[one.end() :]
    return content


def flipped(content: bytes, dice: random.Random, _: bytes) -> bytes:
    bytes_ = bytearray(content)
    for _unused in range(dice.choice((1, 8, 200))):
        bytes_[dice.randrange(len(bytes_))] = dice.randrange(256)
    return bytes(bytes_)


MUTATIONS: Mapping[str, Mutate] = {
    "charset": in_another_charset,
    "cut": cut,
    "entities": with_entities,
    "flipped": flipped,
    "holed": holed,
    "nested": nested,
    "numbers": with_other_numbers,
    "repeated": repeated,
    "spliced": spliced,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder of hostile files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variants", type=int, default=500)
    parser.add_argument("--keep", type=Path, help="where to copy the variants that did harm")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, report = Path(name, "variants"), Path(name, "report.jsonl")
        folder.mkdir()
        made = list(variants(asked.data, folder, seed=asked.seed, count=asked.variants))
        command = [
            SAYSO,
            "ingest",
            str(folder),
            "--dry-run",
            "--any-subject",
            "--report",
            str(report),
            "-j",
            "1",
        ]
        cost = measured(command, folder=Path(name))
        accounts = [json.loads(line) for line in report.read_text().splitlines()]
        harm = {
            each["origin"]: each for each in accounts if each["reason"] in ("crashed", "memory", "timeout")
        }
        lost = {str(path) for path in made} - {each["origin"] for each in accounts}
        for origin in [*harm, *lost] if asked.keep else ():
            asked.keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(origin, asked.keep)
    reasons = Counter(each["reason"] or each["status"] for each in accounts)
    print(
        f"seed {asked.seed}: {len(made)} files, {len(accounts)} items, {cost.seconds:.0f} s: {dict(reasons)}"
    )
    for origin, each in harm.items():
        print(f"{each['reason']}: {Path(origin).name}: {each['detail']}")
    wrong = [
        *(f"lost: {Path(origin).name}" for origin in sorted(lost)),
        *(f"crashed: {Path(origin).name}" for origin, each in harm.items() if each["reason"] == "crashed"),
        *(["a traceback"] if "Traceback" in cost.stderr else []),
        *([f"exit code {cost.status}"] if cost.status not in ALLOWED else []),
        *([f"{cost.peak_bytes / 1e6:.0f} MB"] if cost.peak_bytes > MOST_BYTES else []),
    ]
    print(f"the largest process held {cost.peak_bytes / 1e6:.0f} MB; {'; '.join(wrong) or 'nothing wrong'}")
    return 1 if wrong else 0


def variants(data: Path, folder: Path, *, seed: int, count: int) -> Iterator[Path]:
    """Write variants of the smaller files of a folder, each by one to three mutations named in its name."""
    dice = random.Random(seed)  # noqa: S311 - the same variants for the same seed
    sources: Sequence[Path] = sorted(
        p for p in data.rglob("*") if p.is_file() and 50 < p.stat().st_size < MOST_SOURCE
    )
    for number in range(count):
        source, other = dice.choice(sources), dice.choice(sources).read_bytes()
        content, names = source.read_bytes(), dice.choices(sorted(MUTATIONS), k=dice.choice((1, 1, 2, 3)))
        for name in names:
            content = MUTATIONS[name](content or b" ", dice, other)
        path = folder / f"{number:04}-{'-'.join(names)}-{source.stem[:40]}{source.suffix}"
        path.write_bytes(content[: 50 * MOST_SOURCE])
        yield path


if __name__ == "__main__":
    sys.exit(main())
