"""Joiners: the unseen marks inside words, which the extractor would drop, carried past it.

A zero-width non-joiner is part of Persian spelling, a joiner of that of Indic scripts: without
it "می‌گویند" is another string than the one that people write and search for.
"""

import re
from html import unescape

_STAND_INS = {"\u200c": "\ua7f7", "\u200d": "\ua7fb"}
"""What stands for each meanwhile: letters of old inscriptions, which print and part no words."""
_REFERENCE = re.compile(r"&(?:zwn?j|#0{0,4}820[45]|#[xX]0{0,4}200[cCdD]);")
# Between the letters of other scripts somebody marks a text, or hides a word from a search.
_INSIDE_A_WORD = re.compile(
    "(?<=[\u0600-\u109f\u1780-\u18af\ua840-\ua8ff\uaa00-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001faff])[\u200c\u200d](?=[^\\s<>&\u200b-\u200f])"
)


def hidden(markup: str) -> str:
    """The markup with stand-ins for the joiners in its words; itself where it has none, or those letters."""
    if any(letter in markup for letter in _STAND_INS.values()):
        return markup
    told = _REFERENCE.sub(lambda found: unescape(found[0]), markup)
    return _INSIDE_A_WORD.sub(lambda found: _STAND_INS[found[0]], told)


def shown(words: str) -> str:
    """What was found in hidden markup, with its joiners."""
    for joiner, letter in _STAND_INS.items():
        words = words.replace(letter, joiner)
    return words
