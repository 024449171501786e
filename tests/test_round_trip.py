"""What is exported can be read back as the same rows, in every format, whatever the texts look like."""

import os
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import documents
from hearing import marks, report
from hearing.casework import demonstration, echoes, hearings, imports
from hearing.enums import Meaning, Printing
from hearing.intake import reading
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import hearings as stored_hearings
from hearing.store import schema
from hearing.wording import clean, one_line
from tests import world

FORMATS = [".docx", ".xlsx", ".csv", ".json"]


def _exported(db, id: int, path: Path) -> Path:
    documents.write(report.load(db, id), path, names=True)
    return path


def _back(path: Path) -> Reading:
    return reading.read(path.read_bytes(), path.name)


def _rows(db, id: int, *, with_marks: bool = True) -> list[dict]:
    """The rows as a person knows them; what only a working copy holds is left out."""
    return [
        {
            "party": line.party.name,
            "short": line.party.short_name,
            "silent": line.silent,
            "theme": line.theme.name if line.theme else "",
            "decision": line.decision_phrase,
            "meaning": line.meaning,
            "echo": line.source and line.source.number,
            **{name: getattr(line.point, name, "") for name in ("label", "summary", "comment", "excerpt", "page")},
            "marks": marks.tidy(line.point.marks, len(line.point.comment)) if line.point and with_marks else (),
        }
        for line in report.load(db, id).lines
    ]


def _same_again(db, id: int, path: Path) -> None:
    with_marks = path.suffix != ".csv"
    before = _rows(db, id, with_marks=with_marks)
    again = imports.create(db, By("abc"), "Igen", _back(_exported(db, id, path)))
    after = _rows(db, again, with_marks=with_marks)
    for number, (one, other) in enumerate(zip(before, after, strict=True), 1):
        assert one == other, f"række {number}"


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_named_world_comes_back(db, hearing_id, tmp_path, suffix):
    _same_again(db, hearing_id, tmp_path / f"tabel{suffix}")


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_demonstration_comes_back(db, tmp_path, suffix):
    _same_again(db, demonstration.load(db, By("abc")), tmp_path / f"tabel{suffix}")


@pytest.fixture
def grouped(db, hearing_id) -> int:
    """Søndervang's b is repeated by reference, in full, and by one that deviates."""
    by = By("abc")
    echoes.confirm_many(db, by, [(3, 1, 2, 1), (4, 1, 2, 1), (5, 1, 2, 1)])
    echoes.print_as(db, by, 3, 2, Printing.FULL)
    echoes.deviate(db, by, 5, 2, "Kun én bænk", comment="Der er allerede en bænk.", marks=(), decision_id=2)
    return hearing_id


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("phrase", ["", "Som hos {part} under {bogstav}"])
def test_groups_come_back_however_they_are_printed(db, grouped, tmp_path, suffix, phrase):
    own = dict.fromkeys(("echo_summary", "echo_decision", "echo_comment"), phrase)
    hearings.change(db, By("abc"), replace(stored_hearings.find(db, grouped), **own))
    assert [row["echo"] for row in _rows(db, grouped)] == [None, None, 2, 2, None, 2]
    _same_again(db, grouped, tmp_path / f"tabel{suffix}")
    if suffix == ".docx":
        assert stored_hearings.find(db, grouped + 1).echo_comment == phrase


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("printing", [Printing.REFERENCE, Printing.FULL])
def test_the_words_and_the_way_of_printing_are_those_of_the_table_that_is_read(
    db, hearing_id, tmp_path, suffix, printing
):
    own = (
        "Der henvises til svaret til {part} ({bogstav})",
        "Vurderes ens med {part} ({bogstav})",
        "Jf. {part} {bogstav}.",
    )
    names = ("echo_summary", "echo_decision", "echo_comment")
    echoes.confirm_many(db, By("abc"), [(id, 1, 2, 1) for id in (3, 4, 5)])
    before = replace(
        stored_hearings.find(db, hearing_id), echo_printing=printing, **dict(zip(names, own, strict=True))
    )
    hearings.change(db, By("abc"), before)
    again = imports.create(db, By("abc"), "Igen", _back(_exported(db, hearing_id, tmp_path / f"tabel{suffix}")))
    after = stored_hearings.find(db, again)
    assert after.echo_printing is printing
    printed = names[2:] if printing is Printing.FULL else names[:2]
    assert [getattr(after, name) for name in printed] == [getattr(before, name) for name in printed]
    if suffix == ".docx":
        assert [getattr(after, name) for name in names] == list(own)


def test_groups_are_known_by_their_phrases_where_nothing_is_remembered(db, grouped, tmp_path):
    path = _exported(db, grouped, tmp_path / "t.docx")
    document = docx.Document(path)
    for part in document.part.package.iter_parts():
        if part.partname == "/customXml/item1.xml":
            part._blob = b"<other/>"
    document.save(path)
    again = imports.create(db, By("abc"), "Igen", _back(path))
    known = ("summary", "decision", "meaning", "comment", "marks", "echo")
    before, after = ([{name: row[name] for name in known} for row in _rows(db, id)] for id in (grouped, again))
    assert before[5] != after[5] == before[5] | {"echo": None}, "What deviates does not say from what."
    assert before[:5] == after[:5]


@pytest.mark.seeds
@pytest.mark.slow
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_seed_comes_back(db, seed_table, tmp_path, suffix):
    id = imports.create(db, By("abc"), "Tabel", reading.read(seed_table.read_bytes(), seed_table.name))
    _same_again(db, id, tmp_path / f"tabel{suffix}")


PIECES = [
    *("a)", "b) ", "Bemærkning h", "Bemærkning h) ", "c)For", ")", "1.", "ikke fremsendt", "Ingen bemærkninger"),
    *(
        "Der er ikke fremsendt høringssvar.",
        "=1+1",
        "'",
        "''x",
        "+45",
        "-",
        "–",
        "@x",
        "| a | b |",
        "\n",
        "\n\n",
        "  ",
    ),
    *(
        "- Side 3",
        "s. 17",
        "(side 4)",
        "Samme kommentar som PR",
        "Samme håndtering som ved Nord",
        "Tema",
        "planen",
    ),
    *(
        "Høringspart",
        "ikke ",
        "kommunal- bestyrelsen",
        "שלום",
        "مرحبا",
        "👩‍👩‍👧‍👦",
        "é",
        "<w:p>",
        "&amp;",
        "_x000D_",
        '"',
    ),
    *(
        ";",
        ",",
        "**",
        "Imødekommes ikke",
        "{{7*7}}",
        "%s",
        "o Vest",
        "• Nord",
        "[[1, 2]]",
        "\\n",
        "100 %",
        "1.000,50",
    ),
]
ODD = st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\t")
TEXT = st.lists(st.sampled_from(PIECES) | st.text(ODD, max_size=6), max_size=5).map(lambda p: clean(" ".join(p)))
NAME = st.sampled_from(
    ["Nord", "Vest (VS)", "o Syd", "• Øst", "=Firma", "'Holm'", "Region a) Nord", "Nord pva. Vest"]
)
LABEL = st.sampled_from(["", "a", "b", "Bemærkning h", "aa", "1.2", "a)", "Å", "iv", "litra c"])
PAGE = st.sampled_from(["", "3", "17", "3-4", "side 5", "xii"])
PHRASES = ["", "Imødekommes", "Imødekommes ikke", "Tages til efterretning", "=ja", "a) Vurderes", "Se ovenfor"]
DECISION = st.sampled_from(PHRASES)


@st.composite
def _row(draw) -> Row:
    comment = draw(TEXT)
    ends = draw(st.lists(st.integers(0, len(comment)), max_size=4).map(sorted))
    ranges = marks.tidy(tuple(zip(ends[::2], ends[1::2], strict=False)), len(comment))
    return Row(
        party=draw(NAME),
        theme=one_line(draw(TEXT)),
        label=draw(LABEL),
        summary=draw(TEXT),
        decision=draw(DECISION),
        comment=comment,
        marks=ranges,
        excerpt=draw(TEXT),
        page=draw(PAGE),
    )


@st.composite
def _table(draw) -> tuple[Row, ...]:
    """Rows of some parties, echoes among them, each phrase with one meaning."""
    rows = draw(st.lists(_row(), min_size=1, max_size=6))
    meaning = {phrase: draw(st.sampled_from([None, *Meaning])) for phrase in PHRASES if phrase}
    rows = [replace(row, meaning=meaning.get(row.decision)) for row in rows]
    for index in draw(st.sets(st.integers(1, 5), max_size=2)):
        if index < len(rows):
            rows[index] = replace(rows[index], echo_of=draw(st.integers(0, index - 1)), meaning=None)
    silent = draw(st.booleans())
    return (*rows, Row(party="Tavs part", silent=True)) if silent else tuple(rows)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", FORMATS)
@settings(
    max_examples=int(os.environ.get("EXAMPLES", 60)),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=_table())
def test_hostile_rows_come_back(tmp_path_factory, suffix, rows):
    folder = tmp_path_factory.mktemp("rundt")
    db = schema.open(folder / "h.db")
    try:
        id = imports.create(db, By("abc"), "Fjendtlig", Reading(rows, facts={"plan_term": "planen"}))
        _same_again(db, id, folder / f"tabel{suffix}")
    finally:
        db.conn.close()


def _edit(path: Path, row: int, column: int, text: str) -> None:
    document = docx.Document(path)
    document.tables[0].rows[row].cells[column].paragraphs[0].runs[-1].text = text
    document.save(path)


def test_an_edited_cell_comes_back_edited(db, hearing_id, tmp_path):
    path = _exported(db, hearing_id, tmp_path / "t.docx")
    _edit(path, 1, 2, "Søndervang ønsker længere åbningstid hver dag.")
    _edit(path, 3, 4, "Målingen offentliggøres fra foråret.")
    _edit(path, 4, 3, world.IMPLEMENT)
    rows = _back(path).rows
    assert (rows[0].label, rows[0].summary) == ("a", "Søndervang ønsker længere åbningstid hver dag.")
    assert rows[0].page == "1"
    assert rows[0].excerpt == world.ROWS[0].excerpt
    assert rows[2].comment == "Målingen offentliggøres fra foråret."
    assert (rows[2].label, rows[2].page) == ("a", "3")
    assert rows[3].decision == world.IMPLEMENT


def test_a_row_added_by_hand_is_understood(db, hearing_id, tmp_path):
    path = _exported(db, hearing_id, tmp_path / "t.docx")
    document = docx.Document(path)
    cells = document.tables[0].add_row().cells
    for cell, text in zip(
        cells, ("Ny part", "Adgang", "c) Et nyt ønske", "Imødekommes", "", "Citat - Side 8"), strict=True
    ):
        cell.text = text
    document.save(path)
    row = _back(path).rows[-1]
    assert (row.party, row.label, row.summary, row.page) == ("Ny part", "c", "Et nyt ønske", "8")
    assert row.meaning is Meaning.CHANGE


def test_a_foreign_memory_is_not_believed(db, hearing_id, tmp_path):
    path = _exported(db, hearing_id, tmp_path / "t.docx")
    document = docx.Document(path)
    for part in document.part.package.iter_parts():
        if part.partname == "/customXml/item1.xml":
            part._blob = b'<memory xmlns="urn:hearing:handling-table">{"rows": [3]}</memory>'
    document.save(path)
    assert [row.label for row in _back(path).rows] == [row.label for row in world.ROWS]
