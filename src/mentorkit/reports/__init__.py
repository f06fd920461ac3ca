"""What is said, in the forms in which people and programs read it."""
