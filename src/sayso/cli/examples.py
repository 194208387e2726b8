"""Examples of a command's use, as its `--help` and the reference print them."""

from dataclasses import dataclass

from rich.markup import escape


@dataclass(frozen=True, slots=True)
class Example:
    """A command line and what it is good for."""

    line: str
    use: str


def epilog(examples: tuple[Example, ...]) -> str:
    """The examples as the last paragraph of a command's help."""
    lines = [f"  [bold]{escape(example.line)}[/bold]\n      {escape(example.use)}" for example in examples]
    return "\n".join(["Examples:", *lines])
