"""What editors are told about a programme's file."""
