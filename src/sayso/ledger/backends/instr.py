"""Where one text stands in another, in the words of each database."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class instr(GenericFunction[int]):  # noqa: N801 - as SQL has it
    """The place of the second text in the first, counted from 1; 0 where it is not there."""

    type = Integer()
    inherit_cache = True


@compiles(instr, "postgresql")
def _strpos(element: instr, compiler: Any, **options: Any) -> str:
    return f"strpos{compiler.process(element.clause_expr, **options)}"
