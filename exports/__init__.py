"""The documents: one module each, from a Report to a file, and the paper they are printed on.

``documents`` is the way in: the formats there are, and ``write``, which leaves a whole file or none.
"""
