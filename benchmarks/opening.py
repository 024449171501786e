"""Opening the handling table in LibreOffice: CPU seconds and memory, and whether every row is there.

At 50,000 rows that takes it some minutes, and a gigabyte of memory.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Figure, _tables, at_least, writing
from exports import handling_table

_PEER = 2_000
_SIZES = (1_000, 10_000, 50_000)
# What a command used, measured from a small process: one that a large process starts counts as being as large.
_USED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def run() -> Iterator[Figure]:
    """Our table at three sizes, and a table of the same rows that python-docx has written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.docx"
        path.write_bytes(_tables.as_docx(_tables.rows(_PEER)))
        theirs, _, _ = _opened(path)
        yield Figure(f"LibreOffice opens {_PEER} rows by python-docx", theirs, "s")
        _write(path, _PEER)
        ours, _, _ = _opened(path)
        yield at_least(f"LibreOffice opens {_PEER} rows, python-docx's against ours", theirs / ours, 2)
        for count in _SIZES:
            _write(path, count)
            taken, memory, found = _opened(path)
            yield Figure(f"LibreOffice opens {count} rows", taken, "s")
            yield Figure(f"LibreOffice opens {count} rows, memory", memory, "MB")
            yield at_least(f"LibreOffice opens {count} rows, rows found there", found, count, "rows")
        yield at_least(
            f"the same, a row of {_PEER} by python-docx against ours", theirs / _PEER * count / taken, 2
        )


def _write(path: Path, count: int) -> None:
    with path.open("wb") as file:
        handling_table.write(writing.report_of(count), file)


def _opened(path: Path) -> tuple[float, float, int]:
    """CPU seconds and megabytes of LibreOffice as it opens the file, and the rows in the text it writes of it."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    office = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    told = subprocess.run([sys.executable, "-c", _USED, *office], stdout=subprocess.PIPE, text=True, check=True)
    seconds, kilobytes = map(float, told.stdout.split())
    text = path.with_suffix(".txt")
    found = text.read_text(encoding="utf-8").count("\nHøringspart nummer ") if text.exists() else 0
    text.unlink(missing_ok=True)
    return seconds, kilobytes / 1024, found
