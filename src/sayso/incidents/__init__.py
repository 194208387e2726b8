"""Claims of many documents into incidents: so far, only which documents are copies."""
