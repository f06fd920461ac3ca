"""Rotas and their cover, and how soon those who come or call are answered.

What the programme promises is in `promise`; `shifts` and `contacts` read the sheets; `cover` and `answers` say whether
the promise is kept.
"""
