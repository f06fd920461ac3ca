"""mentorkit: configure a mentoring programme in TOML, check its design against sourced rules, and run it."""
