"""The exit codes of every command: the one source for code, docs and tests."""

from collections.abc import Mapping
from enum import IntEnum


class ExitCode(IntEnum):
    """What a finished command tells the shell."""

    OK = 0
    ERROR = 1
    USAGE = 2
    REFUSED = 3
    UNVERIFIED = 4
    INTERRUPTED = 130


EXIT_CODES: Mapping[ExitCode, str] = {
    ExitCode.OK: "done",
    ExitCode.ERROR: "something went wrong; one sentence on standard error says what",
    ExitCode.USAGE: "the command line makes no sense",
    ExitCode.REFUSED: "done, but some inputs were refused; standard error says which, and why",
    ExitCode.UNVERIFIED: "a stored value is no longer found at its place in its text",
    ExitCode.INTERRUPTED: "stopped with Ctrl-C; what was committed until then is kept",
}
"""Every exit code with its meaning."""
