"""What `sayso evaluate` prints."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from sayso.cli import screen
from sayso.cli.printable import printable
from sayso.evaluation import Counts, Evaluation
from sayso.evaluation.casefile import Change
from sayso.evaluation.floors import below, floors_of
from sayso.evaluation.page import shown

# More ids than this help nobody on a screen; --json has them all.
_IDS = 6


def show_figures(done: Evaluation) -> None:
    """The headline figures of a task, ours beside the baseline's."""
    floors = floors_of(done)
    fallen = below(done.task.figures, done.score, floors)
    table = _table(f"{done.task.name} · {len(done.ours):,} cases", "ours", "baseline", "floor", "aim")
    for figure in done.task.figures:
        ours, baseline = shown(figure.of(done.score)), shown(figure.of(done.baseline_score))
        mark = Text(ours, style="bold red" if figure.name in fallen else "bold")
        table.add_row(figure.name, mark, baseline, shown(floors.get(figure.name)), shown(figure.aim))
    screen.show(table)
    if fallen:
        screen.message(f"{done.task.name}: below the floor: {', '.join(fallen)}")
    if refused := sum(case.refused for case in done.ours):
        screen.message(f"{done.task.name}: {refused:,} texts were refused and count as empty")
    screen.line("")


def show_layers(done: Evaluation) -> None:
    """Every layer of a task with its counts."""
    baseline = done.baseline_score
    headings = ("right", "given", "gold", "P", "R", "F1", "baseline F1")
    table = _table("layer", *headings)
    for layer, counts in done.score.items():
        numbers = [f"{count:,.6g}" for count in (counts.right, counts.given, counts.gold)]
        rates = (counts.precision, counts.recall, counts.f1, baseline.get(layer, Counts()).f1)
        table.add_row(printable(layer), *numbers, *map(shown, rates))
    screen.show(table)


def show_changes(changes: Sequence[Change]) -> None:
    """What got better and worse between two runs."""
    table = _table("task", "layer", "F1 before", "after", "better", "worse")
    for change in changes:
        numbers = (
            shown(change.old.f1),
            shown(change.new.f1),
            str(len(change.better)),
            str(len(change.worse)),
        )
        table.add_row(printable(change.task), Text(printable(change.layer)), *numbers)
    screen.show(table)
    for change in changes:
        for what, ids in (("better", change.better), ("worse", change.worse)):
            if ids:
                more = f" and {len(ids) - _IDS:,} more" if len(ids) > _IDS else ""
                named = ", ".join(printable(id) for id in ids[:_IDS])
                screen.line(f"{change.task}, {change.layer}, {what}: {named}{more}")


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at else "left", no_wrap=not at)
    return table
