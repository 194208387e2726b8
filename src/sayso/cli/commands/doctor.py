"""`sayso doctor`: whether everything Sayso needs is there."""

from sayso.cli.examples import Example

EXAMPLES = (Example("sayso doctor", "check the installation before a long run"),)


def doctor() -> None:
    """Check the installation, and say of each thing missing what to do about it."""
