"""`sayso serve`: the desk, a local web app over a ledger."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.commands.demo import read_demo
from sayso.cli.examples import Example
from sayso.errors import MissingExtra

EXAMPLES = (
    Example("sayso serve", "the ledger of this folder, at http://127.0.0.1:8321/"),
    Example("sayso serve --demo", "the bundled dispatches about an invented war"),
)
# Anybody on the network could read the ledger at another address; users and passwords are not built yet.
_LOOPBACK = "127.0.0.1"


def serve(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8321,
    demo: Annotated[
        bool, typer.Option("--demo", help="Serve the bundled dispatches, in a ledger that is not kept.")
    ] = False,
) -> None:
    """Serve a ledger to your own browser: its documents, and each with its claims beside the words."""
    try:
        import uvicorn

        from sayso.web import desk
    except ImportError as error:
        raise MissingExtra(extra="web", what="`sayso serve`") from error
    from sayso.ledger import Ledger

    with ExitStack() as stack:
        if demo:
            ledger = Path(stack.enter_context(tempfile.TemporaryDirectory()), "demo.sqlite")
            read_demo(ledger)
        opened = stack.enter_context(Ledger.open(ledger, create=False))
        screen.message(f"the desk is at http://{_LOOPBACK}:{port}/ (Ctrl-C stops it)")
        uvicorn.run(desk(opened), host=_LOOPBACK, port=port, log_level="warning", server_header=False)
