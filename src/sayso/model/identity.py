"""Content-hash ids: what makes a thing itself, and nothing else, decides its id."""

import hashlib

# 80 bits: with ten million documents the chance of any two colliding is about 4e-11.
_HEX_DIGITS = 20


def content_id(prefix: str, *parts: object) -> str:
    """An id for the thing that `parts` describe, such as `d-4f1c…`.

    The same parts give the same id on every machine and in every run; `None` differs from `""`.
    """
    digest = hashlib.sha256()
    for part in parts:
        known = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8")
        digest.update(len(known).to_bytes(8, "big") + known)
    return f"{prefix}-{digest.hexdigest()[:_HEX_DIGITS]}"


def document_id(*, sha256: str, title: str | None, outlet: str | None, published: str | None) -> str:
    """The id of a document: of what it says and who said it when.

    One text printed by two outlets is two documents, for each of them answers for it; the same text met
    twice, in another file, under another URL or on another day, is the same document. So path, URL and
    clock have no part in it.
    """
    return content_id("d", sha256, title, outlet, published)


def text_sha256(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, as lower-case hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
