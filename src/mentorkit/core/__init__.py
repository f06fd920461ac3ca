"""The core: what a rule is, what a programme is, and the two readings of the one against the other.

To read it in an hour, in this order:

- what a rule is: stage, strength, source, duration, limit, condition, rule, declare;
- what a file says: programme, structure, places, document;
- where rules come from: hooks, discovery, plugins, rulebook;
- what follows: finding, design, decision, waiver, validate.
"""
