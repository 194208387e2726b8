"""Events: what a report says happened, put right and filled in around what the trained reader finds.

In reading order: `triggers` (what a lexicon knows to name a happening), `meanings` and `strikes` (its type by
what it is done to), `assertions` with `denials`, `negations`, `governing`, `coming` and `questions` (whether
it happened), `linking` (whose toll is whose), `disclaimed`, `placing`, `timing` and `modes`.
"""
