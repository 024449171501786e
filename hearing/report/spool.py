"""The stored rows of a report, put by in a temporary file while its lines are made into a document.

So a report of 50,000 rows takes little memory, and nobody's save waits until the document is written.
"""

import marshal
import tempfile
import weakref
from array import array
from collections.abc import Iterator

_IN_MEMORY = 1 << 20


class Spool:
    """Batches of rows of plain values, walked in the order in which they were added, as often as wanted."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the spool
        self._ends = array("q", [0])
        weakref.finalize(self, self._file.close)

    def add(self, batch: list[tuple]) -> None:
        """Put a batch behind the others."""
        self._file.seek(self._ends[-1])
        self._file.write(marshal.dumps(batch))
        self._ends.append(self._file.tell())

    def __iter__(self) -> Iterator[list[tuple]]:
        for start, end in zip(self._ends, self._ends[1:], strict=False):
            self._file.seek(start)
            yield marshal.loads(self._file.read(end - start))  # noqa: S302 - written by ourselves
