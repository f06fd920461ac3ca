"""How fast mentorkit is, against named peers and floors: see README.md."""
