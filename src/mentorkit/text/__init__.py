"""Words and sentences that people read."""
