"""What runs the program on hostile input, and what judges the site that it makes of it."""
