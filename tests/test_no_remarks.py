"""That a party has no remarks is an answer, and counts as no remark anywhere."""

from io import BytesIO

import pytest
from click.testing import CliRunner
from docx import Document
from lxml import html

from exports.documents import FORMATS
from hearing import cli, report
from hearing.casework import cuts, imports, places, points, responses, undo
from hearing.enums import Meaning
from hearing.intake import account, oddities
from hearing.intake.rows import Reading, Row
from hearing.records import By, Point
from hearing.store import parties, progress
from hearing.store import points as stored
from tests import world
from tests.conftest import ME
from tests.dump import dump

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


@pytest.fixture
def answered(db, hearing_id):
    """A party that answered without remarks, by its row in the table."""
    party = next(party for party in parties.of(db, hearing_id) if party.name == "Ærøholm Hospital")
    responses.add(db, ME, party.id, responses.Facts(with_remarks=False))
    return stored.of_party(db, party.id)[0]


def _add(db, row, after=None):
    new = Point(0, row.hearing_id, row.party_id, row.response_id, 0, summary="Vi savner en bus til hospitalet.")
    places.add(db, By("abc"), new, after)


def _cut(db, row):
    cuts.split(db, ME, row.id, row.version, summary=f"{row.summary}\n---\nVi savner en bus.")


def _join(db, row):
    places.move(db, ME, 1, 1, row.party_id, None)
    cuts.merge(db, ME, row.id, row.version, 1, stored.find(db, 1).version)


@pytest.mark.parametrize(
    ("verb", "more"),
    [
        (_add, 1),
        (lambda db, row: _add(db, row, row.id), 1),
        (lambda db, row: places.move(db, ME, 1, 1, row.party_id, None), 0),
        (lambda db, row: points.change(db, ME, row.id, row.version, summary="Vi savner en bus."), 1),
        (_cut, 1),
        (_join, 0),
    ],
    ids=["added", "added behind", "moved", "written over", "cut", "joined"],
)
def test_a_remark_of_a_party_that_had_none_counts_as_one_everywhere(db, hearing_id, answered, verb, more):
    before = progress.of(db, hearing_id)
    verb(db, answered)
    state, lines = progress.of(db, hearing_id), report.load(db, hearing_id).lines
    assert state.points == before.points + more == sum(line.remark for line in lines)
    assert state.unhandled == before.unhandled + more
    assert state.answered == before.answered == len(parties.answers(db, hearing_id))


def test_a_remark_written_over_no_remarks_is_undone_with_its_response(db, hearing_id, answered):
    before = dump(db)
    undo.undo(db, ME, points.change(db, ME, answered.id, answered.version, summary="Vi savner en bus."))
    assert dump(db) == before


def test_it_is_not_odd_that_nothing_is_decided_about_it():
    said = Row("Fjordrådet", summary="Rådet har ingen bemærkninger.")
    decided = Row("Søndervang", summary="Ønsker flere bænke.", decision="Imødekommes", meaning=Meaning.CHANGE)
    open_to = Row("Nordby", summary="Ønsker flere træer.")
    assert oddities.found((said, decided)) == []
    assert [(odd.text, odd.row) for odd in oddities.found((said, decided, open_to))] == [
        ("Rækken har ingen håndtering.", 3)
    ]
    for table in ((said, open_to), (said, open_to, open_to)):
        assert [(odd.text, odd.row) for odd in oddities.found(table)] == [
            ("Ingen af rækkerne har en håndtering.", None)
        ]


def test_the_tables_of_the_overview_count_the_points_that_it_names(db, client):
    id = imports.create(db, ME, "Plan", READING)
    page = html.fromstring(client.get(f"/hearings/{id}").text)
    by_theme = page.xpath("//section[@aria-labelledby='by-theme']//td[@class='number']")
    by_meaning = page.xpath("//section[@aria-labelledby='by-meaning']//td[@class='number']")
    assert sum(int(cell.text.split()[-1]) for cell in by_theme) == REMARKS
    assert sum(int(cell.text) for cell in by_meaning) == REMARKS


def test_the_page_to_export_from_counts_what_is_open_and_links_to_it(db, client):
    waits = Row("Fjordrådet", summary="Rådet har ingen bemærkninger.")
    id = imports.create(db, ME, "Plan", Reading((*world.ROWS, waits)))
    page = html.fromstring(client.get(f"/hearings/{id}/documents").text)
    links = page.xpath("//section[@aria-labelledby='open']//a")
    said = {" ".join(link.text_content().split()): link.get("href") for link in links}
    assert list(said) == ["1 bemærkning mangler håndtering", f"{REMARKS} bemærkninger har ikke status »Færdig«"]
    for sentence, address in said.items():
        assert client.get(address).text.count('<tr id="point-') == int(sentence.split()[0])
    done = Row("Nordby", summary="Flere træer.", decision="Imødekommes", meaning=Meaning.CHANGE, status="færdig")
    id = imports.create(db, ME, "Plan", Reading((done, waits)))
    assert "Før tabellen offentliggøres" not in client.get(f"/hearings/{id}/documents").text
