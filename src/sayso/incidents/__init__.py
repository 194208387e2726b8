"""Claims of many documents into incidents: so far, only which documents are copies."""

from sayso.incidents.copies import SyndicationGroup, copies_in

__all__ = ["SyndicationGroup", "copies_in"]
