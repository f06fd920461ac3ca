"""Plugins: found, loaded, asked and checked."""
