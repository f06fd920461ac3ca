"""The core: what a rule is, what a programme is, and the two readings of the one against the other.

To read it in an hour, in this order: stage, strength, source, duration, limit, condition, rule (what a rule is);
programme, structure, places, document (what a file says); hooks, discovery, plugins, rulebook (where rules come from);
finding, design, decision, waiver, validate (what follows).
"""
