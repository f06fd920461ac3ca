"""How an author declares a rule: as a function, or by its limits alone, with everything that is refused at import.

- decorator: `rule` and `requires`, which make one;
- signature: what the function takes, and what it gives;
- checks: what cannot work, so that no rule is half read later.
"""
