"""Persons: the names that a title, an age, a given name or a verb of saying shows to be somebody's."""

from sayso.annotate import tables
from sayso.annotate.mentions.scene import Scene
from sayso.annotate.mentions.tokens import Case


def is_person(scene: Scene, first: int, end: int) -> bool:
    """Whether a name is a person's."""
    words, size = scene.words, end - first
    if size > 5 or words[first].key in ("the",):
        return False
    if is_titled(scene, first):
        return not all(scene.runs.is_common(at) for at in range(first, end))
    if _is_aged(scene, end) or (size > 1 and has_given_name(scene, first)):
        return True
    surname = words[end - 1].key in tables.words("surnames.txt")
    if size > 1 and surname and not scene.runs.is_common(first):
        return words[first].shape == words[end - 1].shape or len(words[first].text) <= 2
    if size > 1 and any(
        word.key in scene.cues["particle"] and word.shape == "l" for word in words[first:end]
    ):
        return True
    if size == 1 and words[first].shape == "A" and scene.case is Case.NORMAL:
        return False
    return speaks(scene, first, end) and not scene.runs.is_common(first)


def past_role(scene: Scene, first: int, end: int) -> int:
    """Where the name itself begins in "Police Aldo Venn"."""
    role = end - first > 2 and scene.runs.is_common(first) and not has_given_name(scene, first)
    return first + 1 if role else first


def is_titled(scene: Scene, first: int) -> bool:
    """Whether a rank, an office or a form of address stands in front of a name."""
    at = first - 1
    if at > 0 and scene.words[at].text == "." and scene.words[at].start == scene.words[at - 1].end:
        at -= 1
    if at < 0 or scene.words[first].start - scene.words[at].end > 2:
        return False
    key = scene.words[at].key
    return key in scene.cues["honorific"] or key in scene.cues["rank"] or key in scene.cues["office"]


def has_given_name(scene: Scene, first: int) -> bool:
    """Whether a name begins with a given name or an initial."""
    key = scene.words[first].key
    return key in tables.words("given_names.txt") or (len(key.strip(".")) <= 2 and key.endswith("."))


def _is_aged(scene: Scene, end: int) -> bool:
    words = scene.words
    return (
        end + 1 < len(words)
        and words[end].text == ","
        and words[end + 1].shape == "d"
        and words[end + 1].text.isdecimal()
        and 1 < int(words[end + 1].text[:4]) < 110
        and (end + 2 == len(words) or words[end + 2].text in ",.;")
    )


def speaks(scene: Scene, first: int, end: int) -> bool:
    """Whether a verb of saying stands beside a name."""
    after = scene.words[end].key if end < len(scene.words) else ""
    return after in scene.cues["speech"] or (first > 0 and scene.words[first - 1].key in scene.cues["speech"])
