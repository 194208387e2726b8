"""Bodies: the names that end in "Ministry" or "Corp", and how far they run on."""

from sayso.annotate.mentions.scene import Scene
from sayso.annotate.mentions.tokens import Case


def is_body(scene: Scene, first: int, end: int) -> bool:
    """Whether a name ends as the names of bodies do."""
    last = scene.words[end - 1].key
    if end - first > 1 and last in scene.cues["company"]:
        return True
    if last not in scene.cues["organisation_head"]:
        return False
    return end - first > 1 or _continues_with_of(scene, end)


def _continues_with_of(scene: Scene, end: int) -> bool:
    words = scene.words
    if end + 1 >= len(words) or words[end].key not in ("of", "for"):
        return False
    after = end + 2 if words[end + 1].key == "the" else end + 1
    return after < len(words) and scene.runs.can_name[after] and words[end - 1].shape != "l"


def body_end(scene: Scene, end: int) -> int:
    """ "Ministry" runs on through "of Trade and Industry"."""
    if not _continues_with_of(scene, end):
        return end
    after = end + 2 if scene.words[end + 1].key == "the" else end + 1
    end = max(scene.runs.end_of(after), after + 1)
    if end + 1 < len(scene.words) and scene.words[end].key in ("and", "&") and scene.runs.can_name[end + 1]:
        following = scene.runs.end_of(end + 1)
        if all(scene.runs.is_common(at) for at in range(end + 1, following)):
            return following
    return end


def is_generic(scene: Scene, first: int, end: int) -> bool:
    """Whether a body's own words are ordinary, so that a nationality before it stands by itself."""
    return first < end and all(scene.runs.is_common(at) for at in range(first, end))


def is_acronym(scene: Scene, first: int, end: int) -> bool:
    """Whether a name is an acronym that no table knows."""
    word = scene.words[first]
    return end - first == 1 and word.shape == "A" and 2 <= len(word.text) <= 6 and scene.case is Case.NORMAL
