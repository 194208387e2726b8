"""Spelling: what stays the same when a foreign name is written in Latin letters in another way."""

import re
from functools import lru_cache

from sayso.annotate.places import name_key

_CACHED = 20_000
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|an|as|ash|at|ath|az) ")
# In this order; each pair of spellings is one sound to the ear of one newsroom or another.
_SAME = tuple(
    pair.split(">")
    for pair in "ae>ai tsch>c tch>c tsh>c sch>s sh>s ch>c kh>k gh>k dh>d th>t ph>f ck>k q>k g>k x>ks w>v"
    " j>y dzh>y zh>z ou>u oo>u ee>i ei>i ai>i ay>i ey>i iy>i yy>i y>i o>u e>i".split()
)
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=_CACHED)
def sounds_like(name: str) -> str:
    """A key that transliterations of one name share: "Moammar Gadhafi" and "Muammar al-Qaddafi".

    Names that differ by more than spelling stay apart: "Ali" is not "Oli".
    """
    key = _ARTICLE.sub("", f"{name_key(name)} ").strip()
    for written, sound in _SAME:
        key = key.replace(written, sound)
    return _DOUBLED.sub(r"\1", key)
