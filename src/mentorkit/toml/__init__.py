"""TOML files: read with their places, turned into tables, and added to."""
