"""``python -m benchmarks._one_more FILE COUNT``: what one more text costs beside so many, in a process of its own.

FILE holds lines as for ``echoes --texts``; those after the first COUNT are the ones more. Each is looked up, saved
as a point's excerpt in a real database file, and put into the index, by the clock. The file lies on a disk in
memory where there is one, so that only our own work counts; what this machine's disk takes, ``saving`` tells.
"""

import itertools
import json
import sys
import tempfile
import time
from pathlib import Path

from hearing.casework import imports, points
from hearing.echoes.index import Index
from hearing.echoes.texts import Text
from hearing.intake import texts as intake
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import schema

_ME = By("abc")
_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


def main(file: str, count: int) -> None:
    """Print {"looked_up": [median, 95th percentile], "saved": …, "all": …} in milliseconds."""
    index = Index()
    with open(file, "rb") as lines, tempfile.TemporaryDirectory(dir=_MEMORY) as folder:
        numbered = ((n, Text(excerpt=loose.text, party=loose.group)) for n, loose in enumerate(intake.read(lines)))
        index.put_many(itertools.islice(numbered, count))
        db = schema.open(Path(folder) / "hearing.db")
        imports.create(db, _ME, "Måling", Reading(rows=(Row(party="Rådet", summary="x"),)))
        taken = [_one_more(index, db, n, text, version) for version, (n, text) in enumerate(numbered, start=1)]
        db.conn.close()
    looked_up, saved = zip(*taken, strict=True)
    both = [sum(one) for one in taken]
    print(json.dumps({"looked_up": _of(looked_up), "saved": _of(saved), "all": _of(both)}))


def _one_more(index: Index, db, id: int, text: Text, version: int) -> tuple[float, float]:
    began = time.perf_counter()
    index.matches(text)
    index.put(id, text)
    indexed = time.perf_counter()
    points.change(db, _ME, 1, version, excerpt=text.excerpt)
    return 1000 * (indexed - began), 1000 * (time.perf_counter() - indexed)


def _of(times) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
