"""Figures drawn on the server as SVG: marks link to their claims, and none is told by colour alone."""
