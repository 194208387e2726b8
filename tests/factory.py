"""Anything the tests need, in one line, without files, network or a model."""

from sayso.model import Document, Media, RawItem, Reading, Refusal, document_id, text_sha256
from sayso.model.document import Declared, Reason


def document(text: str = "Nothing happened in Orlo.", **known: object) -> Document:
    sha256 = text_sha256(text)
    about = {name: known.get(name) for name in ("title", "outlet", "published")}
    fields: dict[str, object] = {
        "id": document_id(sha256=sha256, **about),  # type: ignore[arg-type]
        "sha256": sha256,
        "text": text,
        "origin": "made.txt",
        "language": "en",
    }
    return Document(**(fields | known))  # type: ignore[arg-type]


def reading(text: str = "Nothing happened in Orlo.", **known: object) -> Reading:
    return Reading(document=document(text, **known))


def raw_item(content: bytes | str = b"Nothing happened in Orlo.", **known: object) -> RawItem:
    fields: dict[str, object] = {"origin": "made.txt", "media": Media.TEXT, "content": content}
    return RawItem(**(fields | known))  # type: ignore[arg-type]


def declared(**known: str) -> Declared:
    return Declared(**known)  # type: ignore[arg-type]


def refusal(reason: Reason = Reason.EMPTY, **known: object) -> Refusal:
    fields: dict[str, object] = {"origin": "made.txt", "reason": reason}
    return Refusal(**(fields | known))  # type: ignore[arg-type]
