"""What a programme file says: its tables and keys, and places in it."""
