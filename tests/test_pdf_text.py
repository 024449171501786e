"""Printed lines become the text of a cell, and cells that run over a page are joined."""

import pytest

from hearing.intake.pdf import breaks, over_pages
from hearing.intake.pdf.parts import Part, Piece, Table, grid

_WORDS = frozenset(("implementeringsarbejdet", "ændring/tilføjelse", "e-mail", "for", "en", "arbejdet"))


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (["Inddrages i", "implementeringsarb", "ejdet"], "Inddrages i implementeringsarbejdet"),
        (["Inddrages for", "en gang"], "Inddrages for en gang"),
        (["følgende ændring/", "tilføjelse"], "følgende ændring/tilføjelse"),
        (["sygehus/", "kommune"], "sygehus/kommune"),
        (["skriv en e\x02", "mail til os"], "skriv en e-mail til os"),
        (["mål for klynge\x02", "kvalitet"], "mål for klynge- kvalitet"),
        (["mellem 8\x02", "12 borgere"], "mellem 8-12 borgere"),
        (["ukendtord", "brudt"], "ukendtord brudt"),
        ([], ""),
    ],
)
def test_lines_are_joined_by_a_blank_and_divided_words_without(printed, text):
    assert breaks.joined(printed, _WORDS) == text


@pytest.mark.parametrize(
    ("printed", "without_edge", "text"),
    [
        (["klimatilpasningsarbejd", "et"], ["klimatilpasningsarbej", "et"], "klimatilpasningsarbejdet"),
        (["klimatilpasningsarbejd", "et"], ["klimatilpasningsarbejd", "et"], "klimatilpasningsarbejd et"),
        (["kommunalbestyrelsen", "vedtager planen"], ["kommunalbestyrelse", "vedtager planen"], None),
        (["væsentlighedsvurderin", "g, som er vedlagt"], ["væsentlighedsvurderi", "g, som"], None),
    ],
)
def test_a_word_that_fills_its_column_goes_on_in_a_short_rest(printed, without_edge, text):
    lines = breaks.divided(printed, breaks.may_be_divided(printed), without_edge)
    expected = text or ("væsentlighedsvurdering, som er vedlagt" if "g," in printed[1] else " ".join(printed))
    assert breaks.joined(lines, frozenset({"som", "er"})) == expected


def test_only_words_that_are_certainly_whole_are_the_vocabulary():
    words = breaks.vocabulary([["Planen er god for implementeringsarb", "ejdet i (år)."]])
    assert words == {"planen", "er", "god", "for", "i", "år"}


def test_lines_are_cut_at_line_breaks_and_after_hyphens():
    assert breaks.lines("Høring \r\nspart\x02nummer ") == ["Høring", "spart\x02", "nummer"]


def _part(page, *rows, before=()):
    lefts = (0, 100, 200)
    made = [
        [Piece(left, left + 100, [text] if text else []) for left, text in zip(lefts, row, strict=True)]
        for row in rows
    ]
    return Part(page, made, 0, 300, before)


def _table(*parts) -> list[list[str]]:
    table = Table([parts[0]])
    for part in parts[1:]:
        assert table.goes_on_with(part)
        table.parts.append(part)
    header = table.drop_repeated_header()
    words = breaks.vocabulary(over_pages.pieces(parts))
    rows = over_pages.rows(table, words, frozenset(("region midtby og omegn",)))
    return [[cell.text for cell in row] for row in grid(rows, table, header, words).rows]


_HEAD = ("Høringspart", "Tema", "Sammendrag")
_FIRST = (("Ærø Kommune", "Økonomi", "a) Vi savner midler."), ("Ærø Kommune", "Adgang", "b) Vi ønsker mere."))
_MORE = (("Fanø Kommune", "Økonomi", "a) Fint."), ("Fanø Kommune", "Adgang", "b) Godt."))


@pytest.mark.parametrize(
    ("foot", "top", "joined"),
    {
        "short columns empty": (("Fanø Kommune", "Adgang", "c) Vi mener"), ("", "", "Planen bør ændres."), True),
        "a known party whole again": (("Fanø Kommune", "Adgang", "c) Slut."), ("Fanø Kommune", "", "Ny."), False),
        "a label begins": (("Fanø Kommune", "Adgang", "c) Vi mener"), ("", "Økonomi", "d) Ny."), False),
        "every column runs over": (("Ærø", "Øko", "e) Vi mener"), ("Kommune", "nomi", "at planen"), True),
        "a listed party": (("Region Midtby", "Adgang", "a) Vi mener."), ("og omegn", "", "Det er alt."), True),
        "a silent party's row": (("Ærø Kommune", "", "c) Vi mener"), ("Læsø Kommune", "Ej fremsendt.", ""), False),
        "nothing above to go on": (("Fanø Kommune", "Adgang", ""), ("Ærø Kommune", "Adgang", "a) Ja."), False),
    }.values(),
)
def test_a_row_at_the_top_of_a_page_is_joined_where_it_goes_on(foot, top, joined):
    rows = _table(_part(1, _HEAD, *_FIRST, *_MORE, *_FIRST, foot), _part(2, _HEAD, top, *_MORE, *_FIRST))
    assert len(rows) == (12 if joined else 13)
    assert rows[7][2] == (f"{foot[2]} {top[2]}" if joined else foot[2])


def test_the_header_is_left_out_where_it_is_repeated():
    rows = _table(_part(1, _HEAD, *_FIRST), _part(2, _HEAD, *_MORE), _part(3, *_FIRST))
    assert [row[0] for row in rows].count("Høringspart") == 1


def test_text_between_pages_begins_a_table_of_its_own():
    assert not Table([_part(1, *_FIRST)]).goes_on_with(_part(2, *_MORE, before=("Fanø Kommune",)))
    assert not Table([_part(1, *_FIRST)]).goes_on_with(_part(3, *_MORE))


def test_bold_texts_are_found_in_the_cell_whatever_became_of_their_blanks():
    piece = Piece(0, 100, ["Tilføjes: ny", "tekst her. Slut"], ["ny ", "tekst", "her."])
    table = Table([Part(1, [[piece]], 0, 100)])
    (cell,) = grid([(1, [piece])], table, 0, frozenset()).rows[0]
    assert [cell.text[start:end] for start, end in cell.marks] == ["ny tekst her."]
