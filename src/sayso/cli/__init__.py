"""The command line."""


def main() -> None:
    """Run the `sayso` command."""
    # Imported here so that whoever imports this package for something else does not pay for Typer.
    from sayso.cli.app import app

    app(prog_name="sayso")
