"""How the parts of this layer say that they cannot read on."""

from sayso.model import Reason, Refusal


class Refused(Exception):
    """Reading cannot go on here; whoever knows the item turns it into the `Refusal` that is recorded.

    Never leaves the layer: `items_in` yields refusals and does not raise.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        self.reason, self.detail = reason, detail
        super().__init__(f"{reason}: {detail}" if detail else str(reason))

    def __reduce__(self) -> tuple[type["Refused"], tuple[Reason, str]]:
        return Refused, (self.reason, self.detail)

    def at(self, origin: str, *, part: str | None = None, external_id: str | None = None) -> Refusal:
        """The refusal of the item at `origin`."""
        return Refusal(
            origin=origin, part=part, reason=self.reason, detail=self.detail, external_id=external_id
        )
