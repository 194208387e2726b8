"""`sayso version`: which Sayso this is."""

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.version import __version__

EXAMPLES = (Example("sayso version", "the number to quote in a bug report or a paper"),)


def version() -> None:
    """Print the version."""
    screen.line(__version__)
