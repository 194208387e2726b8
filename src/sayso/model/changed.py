"""Changed: a noun with other values, which is itself where they are what it has."""

from typing import TYPE_CHECKING

__all__ = ["changed"]

if TYPE_CHECKING:
    from dataclasses import replace as changed
else:
    from dataclasses import replace

    def changed(one, /, **values):
        """What `dataclasses.replace` gives, made anew only where a value differs.

        Most steps of reading leave most of what they are shown as it is.
        """
        for name, value in values.items():
            if getattr(one, name) != value:
                return replace(one, **values)
        return one
