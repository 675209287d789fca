"""How well, how fast and for how many bytes a site's search finds known pages."""
