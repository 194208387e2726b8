"""An attribution chain: from the outlet's nearest source to whoever said it first."""

from collections.abc import Sequence

from sayso.model import Attribution, Voice, line_from


def chain_of(index: int | None, attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """Those on whose say-so something stands when attribution `index` holds it, the outlet's nearest first.

    Empty for None, the outlet's own voice. Whoever quotes themselves ("I counted six", the mayor said) is one
    voice. A chain of parents that leads back into itself is cut where it does.
    """
    chain: list[Voice] = []
    for said in (attributions[number] for number in line_from(index, attributions)):
        if chain and said.who is not None and chain[-1].who == said.who:
            chain.pop()
        chain.append(Voice(who=said.who, source=said.source, cue=said.cue, form=said.form))
    return tuple(reversed(chain))
