"""What the user names (a path, URL, feed, archive, record file, standard input) into raw items."""
