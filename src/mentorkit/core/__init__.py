"""The idea: a rule is one annotated function with two readings, and a programme is judged by the rules of its sectors.

To read it in an hour, in this order:

- what a rule rests on: stage, strength, source;
- what it asks of a design, and finds in one: limit, unmet, condition, finding;
- the rule itself: arguments, rule;
- where rules come from, and what they are together: hooks, rulebook;
- what follows for a design: design_reading;
- what follows for a person: case_reading.

The values and tables that a rule reads stand below, in `values`, `programme` and `toml`. Rules are declared with
`declaring`; plugins are found and loaded by `registry`; `validation` says all that is to be said about one file.
"""
