"""The desk: a local web app over a ledger. So far it lists documents and shows one with its claims."""

from sayso.web.app import desk

__all__ = ["desk"]
