"""Records about people: sheets and files in, cases out; nothing is guessed, and no value is shown."""
