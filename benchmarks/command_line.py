"""What a person at the command line waits for: the start, the real table's import, its export. By the clock."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Figure, at_most

_TABLE = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "003_e7812a292a6cfa6c.txt"


def run() -> Iterator[Figure]:
    """Every command in a process of its own, as it is typed; the real table only where it is at hand."""
    with tempfile.TemporaryDirectory() as folder:
        yield Figure("list, in an empty database", _seconds(folder, "list"), "s")
        if not _TABLE.exists():
            print(f"  The import and export of the real table are not measured: {_TABLE.name} is not here.")
            return
        yield at_most("import of the real table", _seconds(folder, "import", _TABLE, "--title", "Måling"), 10, "s")
        for kind in ("docx", "xlsx", "csv", "json"):
            taken = _seconds(folder, "export", "handling-table", "1", "-o", f"{folder}/table.{kind}")
            yield at_most(f"export of the real table, {kind}", taken, 3, "s")


def _seconds(folder: str, *words: object) -> float:
    command = [sys.executable, "-m", "hearing", "--db", f"{folder}/hearing.db", *map(str, words)]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
