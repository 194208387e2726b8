"""An attribution chain: from the outlet's nearest source to whoever said it first."""

from collections.abc import Sequence

from sayso.model import Attribution, Voice


def chain_of(index: int | None, attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """Those on whose say-so something stands when attribution `index` holds it, the outlet's nearest first.

    Empty for None, the outlet's own voice. Whoever quotes themselves ("I counted six", the mayor said) is one
    voice. A chain of parents that leads back into itself is cut where it does.
    """
    chain: list[Voice] = []
    passed: set[int] = set()
    while index is not None and index not in passed:
        passed.add(index)
        said = attributions[index]
        if chain and said.who is not None and chain[-1].who == said.who:
            chain.pop()
        chain.append(Voice(who=said.who, source=said.source, cue=said.cue, form=said.form))
        index = said.parent
    return tuple(reversed(chain))
