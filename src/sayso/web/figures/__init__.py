"""Figures drawn on the server as SVG: every mark links to its claim, and none is told apart by colour alone."""
