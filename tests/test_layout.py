"""Tables as authorities lay them out become the same rows."""

import pytest

from hearing.enums import Meaning
from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid, Refused
from tests import dressing
from tests.dressing import Said


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
    (headless,) = dressing.headless(fields, {}, dressing.LAW)
    assert found(read_grids([headless])) == dressing.expected(fields, dressing.LAW)


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


ODD = ("Hvad", "Hvad", "Så da", "Nå", "Tja", "")


def test_a_person_says_which_column_is_which_by_heading_or_number():
    rows = dressing.texts(dressing.SIX)
    table = grid(ODD, *rows)
    reading = read_grids([table], columns={"hvad": "theme", "2": "party", "Så da": "summary", "6": "comment"})
    assert [column.field for column in reading.columns][:3] == ["theme", "party", "summary"]
    assert [column.heading for column in reading.columns] == [*ODD[:-1], "6"]
    first = reading.rows[0]
    assert (first.theme, first.party) == ("Vestby Kommune", dressing.ACCESS)
    assert first.comment == dressing.POINTS[0].excerpt


@pytest.mark.parametrize(
    ("columns", "words"),
    [({"Findes ikke": "party"}, "»Hvad«"), ({"Tja": "hat"}, "excerpt"), ({"9": "party"}, "»9«")],
)
def test_an_unknown_heading_or_field_is_refused_with_what_there_is(columns, words):
    with pytest.raises(Refused, match=words):
        read_grids([grid(ODD, *dressing.texts(dressing.SIX))], columns=columns)


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


def test_columns_for_the_days_work_are_read_beside_the_six():
    reading = read_grids(
        [
            grid(
                (
                    "Nr.",
                    "Afsender",
                    "Dato",
                    "Høringssvar",
                    "Administrationens bemærkninger",
                    "Status",
                    "Ansvarlig",
                    "Side",
                ),
                (
                    "1",
                    "Vestby Kommune",
                    "12.03.2026",
                    "Ønsker flere bænke.",
                    "Der opsættes bænke.",
                    "Færdig",
                    "MKH",
                    "2",
                ),
                (
                    "2",
                    "Vestby Kommune",
                    "12.03.2026",
                    "Foreslår flere træer.",
                    "Der er ikke midler.",
                    "I gang",
                    "JBL",
                    "3",
                ),
                ("3", "Østby Gymnasium", "14.03.2026", "Ingen bemærkninger.", "", "", "", ""),
                ("4", "Syddjurs Provsti", "", "Ikke svaret", "", "", "", ""),
            )
        ]
    )
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


def _again(grids, reading, name):
    """The same grids, read with the columns as they were reported, each named by ``name``."""
    wanted = {name(n, column): column.field for n, column in enumerate(reading.columns, 1)}
    return read_grids(grids, columns=wanted)


@pytest.mark.parametrize("seed", range(40))
def test_a_table_read_again_with_the_columns_as_reported_gives_the_same_rows(seed):
    grids, _ = dressing.at_random(seed)
    reading = read_grids(grids)
    by_number = _again(grids, reading, lambda n, column: str(n))
    assert (by_number.rows, by_number.columns) == (reading.rows, reading.columns)
    if len({column.heading for column in reading.columns}) == len(reading.columns):
        assert _again(grids, reading, lambda n, column: column.heading).rows == reading.rows


@pytest.mark.parametrize("layout", [*dressing.LAYOUTS, *dressing.BY_THEME], ids=lambda layout: layout.__name__)
def test_naming_columns_moves_no_header_though_the_cells_hold_the_names(layout):
    """A column of running numbers holds every number that a column can be named by."""
    for words in dressing.VOCABULARIES:
        rows = layout(dressing.SIX, words)
        grids = [
            Grid(
                tuple((Cell(str(n)), *row) for n, row in enumerate(one.rows)),
                one.before,
                header_rows=one.header_rows,
            )
            for one in rows
        ]
        for table in (rows, grids):
            reading = read_grids(table)
            assert _again(table, reading, lambda n, column: str(n)).rows == reading.rows


def test_another_choice_for_one_column_keeps_every_row():
    table = grid(
        ("Høring om stierne",),
        (),
        ("Nr.", "Hvem", "Dato modtaget", "Bemærkning", "Svar fra forvaltningen", "Sagsbeh."),
        ("1", "Vestby Kommune", "03-02-2026", "Ønsker lys på stien.", "Tages med i planen for lys.", "abc"),
        ("2", "Skovens Venner", "04-02-2026", "Stien bør være af grus.", "Ikke til at gennemføre.", "abc"),
        ("3", "Per Dam", "05-02-2026", "Ønsker en bænk.", "Der sættes en bænk op.", "def"),
        ("4", "Else Holm", "06-02-2026", "Er imod hunde på stien.", "Ordensreglerne ændres ikke.", "def"),
        ("I alt", "4"),
    )
    other = grid(("Navn", "Telefon"), ("Vestby Kommune", "12 34 56 78"))
    assert [column.field for column in read_grids([table, other]).columns][6:] == ["ignore"] * 2
    for columns in (None, {"Svar fra forvaltningen": "comment"}, {str(n): f for n, f in enumerate(
        ("label", "party", "ignore", "summary", "comment", "responsible"), 1)}):  # fmt: skip
        rows = read_grids([table, other], columns=columns).rows
        assert [row.party for row in rows] == ["Vestby Kommune", "Skovens Venner", "Per Dam", "Else Holm"], columns
