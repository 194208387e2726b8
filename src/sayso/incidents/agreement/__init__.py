"""What each source of an incident says: figures, denials, where they differ, rules for one number."""
