"""Values that the file writes as texts of their own kind: lengths of time, hours of the week, rates, moments."""
