"""Tables as authorities lay them out become the same rows."""

import pytest

from hearing.enums import Meaning
from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid, Refused
from tests import dressing, said
from tests.said import Said


def grid(*rows, **about) -> Grid:
    """A grid of plain texts; a cell may stand ready made."""
    cells = tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)
    return Grid(cells, **about)


HEADER = ("Høringspart", "Tema", "Sammendrag af høringssvaret", "Håndtering af høringssvar", "Kommentar", "Citat")


def test_six_columns_are_read_by_their_headings():
    table = grid(
        HEADER,
        (
            "• Søndervang Kommune",
            "Adgang",
            "a) Ønsker aftenåbent.",
            "Imødekommes",
            "Skrevet ind.",
            "Åbent - Side 2",
        ),
        ("Vestby Sygehus", "Der er ikke fremsendt høringssvar.", "", "", "", ""),
    )
    reading = read_grids([table])
    point, silent = reading.rows
    assert (point.party, point.label, point.summary) == ("Søndervang Kommune", "a", "Ønsker aftenåbent.")
    assert (point.theme, point.meaning, point.page) == ("Adgang", Meaning.CHANGE, "2")
    assert (point.comment, point.excerpt) == ("Skrevet ind.", "Åbent - Side 2")
    assert silent.silent and not silent.theme
    assert [column.field for column in reading.columns] == [
        "party", "theme", "summary", "decision", "comment", "excerpt",
    ]  # fmt: skip


def found(reading) -> list[Said]:
    """The rows as the dressings say them."""
    names = ("party", "theme", "label", "summary", "decision", "comment", "excerpt", "silent")
    return [Said(*(getattr(row, name) for name in names)) for row in reading.rows]


@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize("layout", dressing.LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_same_rows_come_out_whatever_the_table_is_dressed_in(layout, words):
    for fields in dressing.ORDERS:
        assert found(read_grids(layout(fields, words))) == dressing.expected(), fields


@pytest.mark.parametrize("seed", range(80))
def test_the_same_rows_come_out_of_tables_dressed_by_lot(seed):
    grids, expected = dressing.at_random(seed)
    assert found(read_grids(grids)) == expected


def test_a_text_before_the_summary_and_the_decision_is_no_answer_to_them_though_nothing_says_what_it_is():
    fields = ("party", "excerpt", "theme", "summary", "decision")
    (headless,) = dressing.headless(fields, {}, said.LAW)
    assert found(read_grids([headless])) == dressing.expected(fields, said.LAW)


@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize("layout", dressing.BY_THEME, ids=lambda layout: layout.__name__)
def test_tables_that_go_theme_by_theme(layout, words):
    rows = found(read_grids(layout(dressing.SIX, words)))
    assert rows == dressing.expected(points=dressing.by_theme())


@pytest.mark.parametrize(
    "missing",
    [
        ("theme",),
        ("excerpt",),
        ("summary",),
        ("decision",),
        ("comment",),
        ("theme", "excerpt"),
        ("theme", "excerpt", "decision"),
    ],
)
@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize(
    "layout", [dressing.plain, dressing.headless, dressing.party_once], ids=lambda layout: layout.__name__
)
def test_tables_with_fewer_columns(layout, words, missing):
    fields = [field for field in dressing.SIX if field not in missing]
    assert found(read_grids(layout(fields, words))) == dressing.expected(fields)


def test_what_is_no_handling_table_is_refused():
    with pytest.raises(Refused, match="håndteringstabel"):
        read_grids([grid(("Navn", "Telefon"), ("Vestby", "12 34 56 78"), ("Østby", "87 65 43 21"))])
    with pytest.raises(Refused):
        read_grids([])


def test_a_first_party_without_remarks_is_no_second_row_of_headings():
    """The words of its row are those of headings: "bemærkninger", "materiale"."""
    read = read_grids(
        [
            grid(
                ["Høringspart", "Tema", "Sammendrag", "Håndtering", "Kommentar", "Høringssvaret"],
                [
                    "Havnerådet",
                    "",
                    "Havnerådet har ingen bemærkninger.",
                    "",
                    "",
                    "Rådet har læst materialet og har ingen bemærkninger.",
                ],
                [
                    "Strandby Kommune",
                    "Havn",
                    "a) Ønsker en kran.",
                    "Imødekommes",
                    "Kranen er bestilt.",
                    "Vi mangler en kran.",
                ],
            )
        ]
    )
    assert [row.party for row in read.rows] == ["Havnerådet", "Strandby Kommune"]


_DAYS_WORK = """
Nr.|Afsender|Dato|Høringssvar|Administrationens bemærkninger|Status|Ansvarlig|Side
1|Vestby Kommune|12.03.2026|Ønsker flere bænke.|Der opsættes bænke.|Færdig|MKH|2
2|Vestby Kommune|12.03.2026|Foreslår flere træer.|Der er ikke midler.|I gang|JBL|3
3|Østby Gymnasium|14.03.2026|Ingen bemærkninger.||||
4|Syddjurs Provsti||Ikke svaret||||
"""


def test_columns_for_the_days_work_are_read_beside_the_six():
    reading = read_grids([grid(*(line.split("|") for line in _DAYS_WORK.strip().splitlines()))])
    assert [column.field for column in reading.columns] == [
        "ignore", "party", "ignore", "summary", "comment", "status", "responsible", "page",
    ]  # fmt: skip
    first, second, none, silent = reading.rows
    assert (first.status, first.responsible, first.page, first.label) == ("færdig", "MKH", "2", "")
    assert second.status == "i gang"
    assert (none.silent, none.summary, silent.silent) == (False, "Ingen bemærkninger.", True)


def test_two_columns_of_remarks_are_told_apart_by_their_voice():
    reading = read_grids(
        [
            grid(
                ("Høringspart", "Bemærkninger", "Bemærkninger"),
                ("KL", "KL finder, at kommunerne skal kompenseres.", "Ministeriet har noteret sig bemærkningen."),
                ("Danske Skoler", "Foreningen ønsker, at § 2 ændres.", "Lovforslaget er ændret, jf. § 2."),
                ("Byggestyrelsen", "Styrelsen har ingen bemærkninger.", ""),
            )
        ]
    )
    assert [column.field for column in reading.columns] == ["party", "summary", "comment"]
    assert reading.rows[1].comment == "Lovforslaget er ændret, jf. § 2."


def test_headings_in_the_first_column_alone_are_themes_or_parties_by_what_follows():
    words = ("Høringspart", "Bemærkning", "Håndtering")
    rows = (
        ("Støj",),
        ("Vestby", "a) Ønsker måling.", "Imødekommes"),
        ("FOA", "a) Ønsker en vold.", "Imødekommes ikke"),
        ("Lys",),
        ("Vestby", "b) Sluk lyset.", "Imødekommes"),
    )
    assert [(row.party, row.theme) for row in read_grids([grid(words, *rows)]).rows] == [
        ("Vestby", "Støj"), ("FOA", "Støj"), ("Vestby", "Lys"),
    ]  # fmt: skip
    rows = (
        ("Vestby",),
        ("", "a) Ønsker måling.", "Imødekommes"),
        ("", "b) Ønsker en vold.", "Imødekommes ikke"),
        ("Byggerådet",),
        ("FOA", "a) Sluk lyset.", "Imødekommes"),
    )
    read = read_grids([grid(words, *rows)]).rows
    assert [(row.party, row.label, row.silent) for row in read] == [
        ("Vestby", "a", False), ("Vestby", "b", False), ("Byggerådet", "", True), ("FOA", "a", False),
    ]  # fmt: skip
    assert read[2].unsure


def test_parties_under_themes_across_the_table():
    rows = (
        dressing.across("Støj", 3),
        dressing.across("Vestby Kommune", 3),
        ("a) Ønsker måling.", "Måles i 2027.", "Imødekommes"),
        dressing.across("Østby Kommune: Ikke svaret", 3),
        dressing.across("Lys", 3),
        dressing.across("Vestby Kommune", 3),
        ("b) Sluk lyset.", "Det slukkes.", "Imødekommes"),
    )
    read = read_grids([grid(("Bemærkning", "Svar", "Håndtering"), *rows)]).rows
    assert [(row.party, row.theme, row.silent) for row in read] == [
        ("Vestby Kommune", "Støj", False), ("Østby Kommune", "", True), ("Vestby Kommune", "Lys", False),
    ]  # fmt: skip


def test_a_silent_party_under_a_theme_is_silent():
    rows = (dressing.across("Støj", 3), ("Vestby", "a) Måling.", "Imødekommes"), ("Østby", "Har ikke svaret", ""))
    read = read_grids([grid(("Høringspart", "Bemærkning", "Håndtering"), *rows)]).rows
    assert [(row.theme, row.silent) for row in read] == [("Støj", False), ("", True)]


def test_a_decision_cell_merged_downwards_holds_for_all_its_points():
    rows = (
        ("Vestby", "a) Ønsker måling.", "Imødekommes", "Et fælles svar."),
        ("Vestby", "b) Ønsker en vold.", Cell(joined_above=True), Cell(joined_above=True)),
        ("Vestby", "c) Sluk lyset.", "", ""),
    )
    read = read_grids([grid(("Høringspart", "Bemærkning", "Håndtering", "Svar"), *rows)]).rows
    assert [row.decision for row in read] == ["Imødekommes", "Imødekommes", ""]
    assert [row.comment for row in read] == ["Et fælles svar.", "", ""]


def test_what_stands_above_the_table_is_what_it_says_of_the_hearing():
    before = ("Grøn plan for Vestby", "Håndtering af høringssvar")
    facts = "Myndighed: Vestby Kommune\nSagsnummer: 26/0042\nHøringsperiode: 1. marts 2026 til 12. april 2026"
    rows = dressing.texts(dressing.SIX)
    reading = read_grids([grid(HEADER, *rows, before=(*before, facts))])
    assert reading.facts == {
        "title": "Grøn plan for Vestby",
        "authority": "Vestby Kommune",
        "case_number": "26/0042",
        "period_from": "2026-03-01",
        "period_to": "2026-04-12",
        "plan_term": "skovplanen",
    }


def test_what_is_no_content_is_left_out_and_said():
    reading = read_grids(dressing.repeated_header(dressing.SIX, dressing.SEED_LIKE))
    said = [remark.text for remark in reading.left_out]
    assert sum("overskrifter" in text for text in said) == 2
    assert any("I alt 9 bemærkninger" in text for text in said)
