"""A reading into claims, each with its attribution chain."""

from sayso.claims.chains import chain_of
from sayso.claims.claims import claims_in
from sayso.claims.context import Contexts

__all__ = ["Contexts", "chain_of", "claims_in"]
