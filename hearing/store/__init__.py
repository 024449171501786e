"""The only room that knows SQL and sqlite-utils.

One module per noun; functions take ``db`` (reads) or a ``Transaction`` (writes) and return records. Fixed
words: ``get``, ``find`` (None where missing), ``all``/``of``, ``add``, ``change``, ``remove``.
"""
