"""What an editor asks about a programme: a schema of the file, and a language server."""
