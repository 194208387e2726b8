"""No regular expression of ours takes more than an instant over text made to hurt it."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

import sayso

LENGTH = 2_000
# Linear ones take under a millisecond, quadratic ones some tenths of a second (more on a busy machine), worse
# ones for ever.
MOST_SECONDS = 2.0
UNITS = (
    "a", "A", "0", " ", "\n", "\t", "-", ".", ",", "\"", "'", "<", ">", "&", "&#", "(", "[", "{", "/", "=",
    "é", "a ", "A ", "0 ", "A. ", "a-", "1,", "1.", "the ", "said ", "of ", "<a ", "<!", "<!-- ", "\"a\":",
    "http://", "January ", "Mon, ", "1 May ", "two ", "two-", "two hundred and ", "at least ", "Mr ", "\r\n",
)  # fmt: skip
ENDS = ("", "\x00!", "\n\nz9")


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(sayso.__path__, "sayso."):
        if ".migrations" in found.name or found.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(found.name)
        except ImportError:  # an extra that is not installed
            continue


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, Mapping):
        for each in value.values():
            yield from patterns_in(each, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from patterns_in(each, depth + 1)


def inline(module: ModuleType) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """The patterns that a module spells where it uses them."""
    for call in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
            and call.func.value.id == "re"
            and call.args
            and isinstance(call.args[0], ast.Constant)
        ):
            yield re.compile(call.args[0].value)


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    found = {}
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns_in(value)):
                found.setdefault(pattern, f"{module.__name__}.{name}.{number}")
        for number, pattern in enumerate(inline(module)):
            found.setdefault(pattern, f"{module.__name__}.inline.{number}")
    return {where: pattern for pattern, where in found.items()}


PATTERNS = patterns()


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def attacks(pattern: re.Pattern[str] | re.Pattern[bytes]) -> Iterable[str]:
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    literals = set(re.findall(r"[A-Za-z]{2,12}", text))
    for unit in (*UNITS, *(f"{word} " for word in sorted(literals)[:12]), "".join(sorted(literals)[:2])):
        if unit:
            for end in ENDS:
                yield (unit * (LENGTH // len(unit))) + end


def test_the_patterns_of_every_layer_are_found():
    layers = {where.split(".")[1] for where in PATTERNS}
    assert {"annotate", "documents", "incidents", "ledger", "sources"} <= layers
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("where", sorted(PATTERNS))
def test_a_pattern_is_done_in_an_instant(where: str):
    pattern = PATTERNS[where]
    for attack in attacks(pattern):
        given = attack if isinstance(pattern.pattern, str) else attack.encode()
        since = time.process_time()
        with alarm(3 * MOST_SECONDS):
            for found in pattern.finditer(given):  # type: ignore[arg-type]
                found.end()
        assert time.process_time() - since < MOST_SECONDS, attack[:60]
