"""Which language a text is in, and whether it is one that Sayso reads."""

import re
from functools import cache
from typing import Protocol

SUPPORTED = frozenset({"en"})
"""ISO 639-1 codes of the languages that Sayso reads."""

UNKNOWN = "und"
"""A language that is surely not English, but none that can be named (ISO 639-2's "undetermined")."""

_SAMPLE = 3000
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Below this many letters the statistics are a coin toss: wire flashes have names and little else.
_FEW_LETTERS = 120
_SURE = 0.9

# The commonest function words of English; no text of some length in English does without them, while
# lists of names and figures, which statistics mistake for other languages, have few of any language.
_ENGLISH = frozenset(
    "the of and to in a that is was for on with said as by at from he it has had were been his are be "
    "have who they an this not which their but after or will would".split()
)
# Of running English 30-45 % are among these words; of Dutch and Scandinavian texts under 12 %.
_ENGLISH_SHARE = 0.16


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is in, or `UNKNOWN`; None where there is no telling."""
    sample = _running_text(text)
    words = _WORD.findall(sample)
    if not words:
        return None
    english = sum(map(_ENGLISH.__contains__, words))
    if len(words) >= 4 and english >= _ENGLISH_SHARE * len(words):
        return "en"
    if sum(map(len, words)) < _few_letters(sample):
        return None
    code, probability = _identifier().classify(" ".join(words))
    if probability >= _SURE:
        return code
    has_no_english = english < 0.02 * len(words) and sum(map(len, words)) >= 4 * _FEW_LETTERS
    return UNKNOWN if code != "en" and has_no_english else None


def is_supported(code: str | None) -> bool:
    """Whether Sayso reads the language; a language that could not be told gets the benefit of the doubt."""
    return code is None or code in SUPPORTED


def _running_text(text: str) -> str:
    """The opening, without addresses, lower-cased: the model was trained on ordinary spelling, and wire
    copy in capitals reads as anything to it."""
    start = text[: 2 * _SAMPLE]
    if "://" in start or "@" in start:
        start = _ADDRESS.sub(" ", start)
    return start[:_SAMPLE].lower()


def _few_letters(sample: str) -> int:
    """A script of its own gives a language away sooner than Latin letters do."""
    foreign = sum(char > "\u036f" and char.isalpha() for char in sample)
    return _FEW_LETTERS // 4 if foreign > len(sample) // 3 else _FEW_LETTERS


@cache
def _identifier() -> _Identifier:
    # Loaded on first use: it takes most of a second, which a run on JSONL of English never needs.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
