"""That a party has no remarks is an answer, and counts as no remark anywhere."""

from io import BytesIO

from click.testing import CliRunner
from docx import Document

from exports.documents import FORMATS
from hearing import cli, report
from hearing.casework import imports
from hearing.intake import account
from hearing.intake.rows import Reading, Row
from hearing.store import progress
from tests import world
from tests.conftest import ME

READING = Reading((*world.ROWS, Row("Fjordrådet", summary="Rådet har ingen bemærkninger.", status="færdig")))
REMARKS = sum(not row.silent for row in world.ROWS)


def test_the_figures_of_a_hearing_leave_it_out(db, client):
    id = imports.create(db, ME, "Plan", READING)
    state = progress.of(db, id)
    assert (state.points, state.done, state.unhandled) == (REMARKS, 0, 1)
    assert state.answered == len({row.party for row in READING.rows if not row.silent})
    assert f"af {REMARKS}" in client.get("/").text
    assert account.of(READING).points == REMARKS


def test_the_list_command_leaves_it_out(db, path):
    imports.create(db, ME, "Plan", READING)
    said = CliRunner().invoke(cli.main, ["--db", str(path), "list"]).output
    assert f"{REMARKS} bemærkninger" in said


def test_the_word_file_says_so_apart(db):
    id = imports.create(db, ME, "Plan", READING)
    out = BytesIO()
    FORMATS[".docx"].write(report.load(db, id), out, names=True)
    said = "\n".join(paragraph.text for paragraph in Document(BytesIO(out.getvalue())).paragraphs)
    assert f"I alt {REMARKS} bemærkninger fra 4 høringsparter. 1 høringspart har svaret uden bemærkninger." in said
    assert "1 høringspart har ikke fremsendt høringssvar." in said
