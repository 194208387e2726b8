"""Fuzz one target with Atheris until stopped: `python fuzz/run.py TARGET [CORPUS] [-max_total_time=60]`."""

import sys

import atheris

with atheris.instrument_imports(include=["sayso"]):
    from targets import TARGETS


def main() -> None:
    """Fuzz the target that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit("name a target: " + " ".join(sorted(TARGETS)))
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
