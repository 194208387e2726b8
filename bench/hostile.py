"""Ten hostile inputs, each followed by a good one: what each costs, and if the good one is still read."""

import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from processes import Measured, measured

SAYSO = str(Path(sys.executable).with_name("sayso"))
MOST_SECONDS, MOST_BYTES = 30.0, 1_500_000_000
GOOD = "Police in Orlo said on Monday that two people were injured when a bus overturned near the port."

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def empty() -> bytes:
    return b""


def single_line() -> bytes:
    return (GOOD + " ").encode() * (50_000_000 // (len(GOOD) + 1))


def utf_16() -> bytes:
    return (GOOD + "\n").encode("utf-16")


def windows_1251() -> bytes:
    russian = "Полиция Орло сообщила, что два человека ранены. Мэр города сказал, что автобус перевернулся. "
    return (russian * 20).encode("windows-1251")


def nul_bytes() -> bytes:
    return ("\0".join(GOOD.split()) + "\0" * 1_000 + GOOD).encode()


def png() -> bytes:
    return PNG


def truncated_warc() -> bytes:
    body = f"<html><body><article><p>{GOOD}</p><p>{GOOD}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    records = []
    for number in range(4):
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"WARC-Target-URI: https://outlet.example/{number}\r\nWARC-Date: 2031-05-06T00:00:00Z\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress((head + http + "\r\n\r\n").encode()))
    return b"".join(records)[: -len(records[-1]) // 2]


def gzip_bomb() -> bytes:
    once = gzip.compress(b"\0" * 1_000_000_000)
    return gzip.compress(once)


def entity_bomb() -> bytes:
    entities = '<!ENTITY e0 "boom">' + "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>'
        f'<rss version="2.0"><channel><title>&e11;</title>'
        f"<item><title>Bus</title><description>{GOOD} &e11;</description></item></channel></rss>"
    ).encode()


def attributes() -> bytes:
    many = " ".join(f'data-a{number}="{number}"' for number in range(100_000))
    return f"<html><body {many}><article><p>{GOOD}</p><p>{GOOD}</p></article></body></html>".encode()


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "empty.txt": empty,
    "single_line_50_mb.txt": single_line,
    "utf_16.txt": utf_16,
    "windows_1251.txt": windows_1251,
    "nul_bytes.txt": nul_bytes,
    "picture.html": png,
    "truncated.warc.gz": truncated_warc,
    "bomb.gz": gzip_bomb,
    "entity_bomb.xml": entity_bomb,
    "attributes_100000.html": attributes,
}


def main() -> int:
    failed = 0
    print(f"{'input':26} {'seconds':>8} {'peak MB':>8} {'exit':>4}  outcome")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = folder / "good.txt"
        good.write_text(GOOD)
        for file, make in HOSTILE.items():
            path = folder / file
            path.write_bytes(make())
            cost = measured([SAYSO, "read", "--json", str(path), str(good)], folder=folder)
            wrong = faults(cost, path, good)
            failed += bool(wrong)
            print(
                f"{file:26} {cost.seconds:8.1f} {cost.peak_bytes / 1e6:8.0f} {cost.status:4}  "
                f"{'; '.join(wrong) if wrong else outcome(cost, path)}",
                flush=True,
            )
            path.unlink()
    return 1 if failed else 0


def faults(cost: Measured, path: Path, good: Path) -> list[str]:
    """What is wrong with how an input was dealt with."""
    origins = [reading["document"]["origin"] for reading in readings(cost)]
    accounted = str(path) in origins or str(path) in cost.stderr
    wrong = {
        "FAILED: too slow": cost.seconds > MOST_SECONDS,
        "FAILED: too much memory": cost.peak_bytes > MOST_BYTES,
        "FAILED: the next item was not read": str(good) not in origins,
        "FAILED: dropped without a word": not accounted,
        "FAILED: a traceback": "Traceback" in cost.stderr,
        "FAILED: exit code": cost.status not in (0, 3),
    }
    return [fault for fault, found in wrong.items() if found]


def outcome(cost: Measured, path: Path) -> str:
    """What became of an input: refused, or read with which warnings."""
    refusals = [line.partition(": ")[2][:70] for line in cost.stderr.splitlines() if str(path) in line]
    read = [each["document"] for each in readings(cost) if each["document"]["origin"] == str(path)]
    notes = [
        *(f"read, {document['language']}, {len(document['text']):,} characters" for document in read[:1]),
        *(f"{len(read) - 1} more" for _ in read[1:2]),
        *(flag for document in read[:1] for flag in document.get("flags", [])),
        *(repair["kind"] for document in read[:1] for repair in document.get("repairs", [])),
    ]
    return "; ".join([*notes, *refusals])


def readings(cost: Measured) -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in cost.stdout.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
