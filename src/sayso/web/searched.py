"""The documents that a search finds: claims are looked through in memory, all else in the ledger."""

from functools import reduce

import numpy as np

from sayso.ledger.listing import Listing
from sayso.ledger.query import Place, Query, Term
from sayso.web.coded import Mask
from sayso.web.shelf import Shelf

_OF_CLAIMS = (Place.CLAIM, Place.CODE)


def documents_found(shelf: Shelf, listing: Listing, query: Query) -> Mask:
    """The documents that fit a query; none where it asks for nothing.

    They are those that the ledger's own search finds. That goes from each claim to its reading and from there
    to its document, which takes seconds for what every report of a million claims says.
    """
    every = np.ones(len(shelf.documents.numbers), dtype=np.bool_)
    plain = Query(
        groups=tuple(group for group in query.groups if not any(map(_of_claims, group))),
        without=tuple(term for term in query.without if not _of_claims(term)),
    )
    masks = [shelf.documents.among(listing.documents_matching(plain))] if plain != Query() else []
    masks += [
        reduce(np.logical_or, (_having(shelf, listing, term) for term in group))
        for group in query.groups
        if any(map(_of_claims, group))
    ]
    masks += [~_having(shelf, listing, term) for term in query.without if _of_claims(term)]
    return reduce(np.logical_and, masks, every) if masks else ~every


def _of_claims(term: Term) -> bool:
    return term.place in _OF_CLAIMS


def _having(shelf: Shelf, listing: Listing, term: Term) -> Mask:
    """The documents that have what one term asks for, of themselves or in one of their claims."""
    alone = Query(groups=((term,),))
    if term.place is Place.CLAIM:
        return shelf.documents_of(shelf.claims.among(listing.matching(alone)))
    coded = shelf.claims.codes.get(term.field or "") if term.place is Place.CODE else None
    if coded is None:
        return shelf.documents.among(listing.documents_matching(alone))
    return shelf.documents_of(coded.equal(term.words))
