"""How long a bomb keeps a person waiting: wall-clock seconds until it is refused, in a child process."""

import contextlib
import time
from collections.abc import Iterator

from benchmarks import Figure, at_most
from hearing import sandbox
from hearing.intake.rows import Refused
from tests import bombs

ZIP_BOMBS = {"docx_of_308_megabytes.docx", "a_hundred_thousand_members.docx", "zip_in_zip.docx"}


def run() -> Iterator[Figure]:
    """One figure a bomb."""
    for name, make in bombs.ALL.items():
        data = make()
        started = time.monotonic()
        with contextlib.suppress(Refused):
            sandbox.read(data, name)
        seconds = time.monotonic() - started
        limit = 1 if name in ZIP_BOMBS else 5
        yield at_most(f"refusing {name} ({len(data) / 1e6:.2f} MB)", seconds, limit, "s")
