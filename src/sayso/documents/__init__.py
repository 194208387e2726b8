"""A raw item into a document: canonical text and what is known of it, or a recorded refusal."""

from sayso.documents.conversion import DocumentOptions, to_document
from sayso.model import document_id

__all__ = ["DocumentOptions", "document_id", "to_document"]
