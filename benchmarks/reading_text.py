"""The reading of the real table's text: its cells held against borders decided by hand, and how long it takes."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import Figure, at_least, at_most, seconds
from hearing.intake import running_text
from tests import borders

_TABLE = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "003_e7812a292a6cfa6c.txt"


def run() -> Iterator[Figure]:
    """Shares of rows and cells right, of wrong cells in marked rows, of rows marked; CPU seconds."""
    if not _TABLE.exists():
        return
    text = _TABLE.read_text(encoding="utf-8")
    score = borders.score(running_text.read(text).rows, text)
    yield at_least("rows with the right party, label and beginning", 100 * score.begun_right / score.rows, 99, "%")
    of = f"of {score.cells} in {score.rows} rows, cut by hand"
    yield at_least(f"cells exactly right, {of}", 100 * score.cells_right / score.cells, 95, "%")
    share = score.wrong_marked / score.wrong if score.wrong else 1.0
    yield at_least(f"wrong cells in marked rows, of {score.wrong}", 100 * share, 80, "%")
    yield at_most("rows marked", 100 * score.marked / score.rows, 15, "%")
    yield at_most("reading the table's 3,260 lines", seconds(lambda: running_text.read(text), 1), 10, "s")
