"""Bytes from outside, read into the rows of a handling table. Pure: no database, no framework, no writing.

The way of a file: ``formats`` says what the bytes are; one module per format turns them into ``Grid``s of cells
(or, for running text, into lines); ``layout`` and ``columns`` find the table in the grids; ``understand`` reads
labels, short names, decisions, references and themes. The result is a ``Reading``.
"""
