"""Attributions: what the model finds said, put right, and what print alone tells of who says what.

In reading order: `cueing` finds verbs that the model seldom met; `reach`, `settling`, `answers`, `drawing`,
`relays` and `hearsay` settle what verbs and marks tell; `turns`, `labels`, `statements`, `posts`, `verdicts`
and `bare` read what is set out in print; `forms`, `nesting` and `speakers` say whether it is word for word,
which stands inside which, and who speaks by name.
"""
