"""Opening the handling table in LibreOffice: CPU seconds and memory, and whether every row is there.

At 50,000 rows that takes it some minutes, and a gigabyte of memory.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Figure, _tables, at_least, writing
from exports import handling_table

_PEER = 2_000
_SIZES = (1_000, 10_000, 50_000)


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
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    text = path.with_suffix(".txt")
    found = text.read_text(encoding="utf-8").count("\nHøringspart nummer ") if text.exists() else 0
    text.unlink(missing_ok=True)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, found
