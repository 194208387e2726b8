"""The command line."""

import io
import sys


def main() -> None:
    """Run the `sayso` command."""
    try:
        # Imported here so that whoever imports this package for something else does not pay for Typer.
        from sayso.cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)  # As `ExitCode.INTERRUPTED`: nothing has begun yet.

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Where the terminal's encoding lacks a character, its number is better than a traceback.
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="sayso")
