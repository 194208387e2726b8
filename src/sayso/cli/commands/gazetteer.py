"""`sayso gazetteer`: places added to the reader's own, for good."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import screen
from sayso.cli.examples import Example

EXAMPLES = (
    Example("sayso gazetteer add SD.zip", "every place of a GeoNames country file"),
    Example("sayso gazetteer add places.csv", "places of your own"),
)


class Action(StrEnum):
    """What can be done with the gazetteer."""

    ADD = "add"


def gazetteer(
    action: Annotated[
        Action, typer.Argument(metavar="ACTION", help="`add`, the only one yet: add the places of a file.")
    ],
    dump: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A country file of GeoNames or of the NGA, zipped or not, or a CSV file with the columns"
            " name, aliases, country, latitude, longitude, feature and population.",
            exists=True,
            dir_okay=False,
        ),
    ],
) -> None:
    """Add places to the gazetteer for good; whatever is read afterwards is read with them.

    A file that was added before is added no second time, and one that fails half-way leaves nothing behind.
    """
    from sayso.annotate.places import add

    actions = {Action.ADD: add}
    with screen.counting("places") as counted:
        places = actions[action](dump, progress=counted)
    screen.message(f"{places:,} places of {dump} are in the gazetteer")
