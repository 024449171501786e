"""Everything a document needs, in document order.

``load`` gives a Report; its rows are put by in a temporary file, so that a table of 50,000 rows takes no more
memory than its outline, and the database is free while a document is written. ``choose`` makes a Filter of what a
person named.
"""

from hearing.report.choice import choose
from hearing.report.lines import Filter, Line, Order, Report, Source, Unknown
from hearing.report.table import load

__all__ = ["Filter", "Line", "Order", "Report", "Source", "Unknown", "choose", "load"]
