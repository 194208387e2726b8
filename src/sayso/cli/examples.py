"""Examples of a command's use, as its `--help` and the reference print them."""

from dataclasses import dataclass

_AS_IT_STANDS = "\b"
"""Before a paragraph of help, keeps its lines from being joined."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command line and what it is good for."""

    line: str
    use: str


def epilog(examples: tuple[Example, ...]) -> str:
    """The examples as the last paragraph of a command's help."""
    lines = [f"  {example.line}\n      {example.use}" for example in examples]
    return "\n".join([_AS_IT_STANDS, "Examples:", *lines])
