"""Separated values are read in the forms that Excel and others write; running text is not taken for them."""

import pytest

from hearing.intake import delimited, reading
from hearing.intake.formats import decode
from hearing.intake.rows import Refused

_TABLE = 'Høringspart;Sammendrag;Håndtering\r\nÆrø Kommune;"Vi ønsker,\r\nat ""planen"" ændres";Nej\r\n\r\n'


def _texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in delimited.read(text).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_is_found(encoding, separator):
    table = _TABLE if separator == ";" else _TABLE.replace(";", separator)
    assert _texts(decode(table.encode(encoding))) == [
        ["Høringspart", "Sammendrag", "Håndtering"],
        ["Ærø Kommune", 'Vi ønsker,\nat "planen" ændres', "Nej"],
    ]


def test_the_line_that_names_the_separator_is_no_row():
    assert _texts("sep=|\na|b\nc|d\n") == [["a", "b"], ["c", "d"]]


def test_rows_say_the_line_they_begin_on():
    assert delimited.read(_TABLE).places == ("linje 1", "linje 2")


def test_guarding_apostrophes_are_taken_off():
    assert _texts("a;b;c\n'=1;''x;'t\n") == [["a", "b", "c"], ["=1", "'x", "'t"]]


@pytest.mark.parametrize("ending", ["csv", "txt"])
def test_a_table_is_known_by_its_rows_where_the_name_does_not_say(ending):
    assert delimited.is_table(_TABLE, f"tabel.{ending}")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ønsker, at planen bliver tydeligere, også om økonomi.\n\nRegionen noterer det.\n" * 20,
        "Åbenlund Kommune   Økonomi     a) Vi savner midler, og tid,\n                               samt plads.\n"
        * 9,
        "a, b, og c\n\nd, e, og f\n\ng, h, og i\n",
        "",
    ],
)
def test_running_text_is_no_table(text):
    assert not delimited.is_table(text, "høring.txt")


@pytest.mark.seeds
def test_the_seeds_dump_is_no_table(seed_table):
    assert not delimited.is_table(seed_table.read_text(encoding="utf-8"), seed_table.name)


@pytest.mark.parametrize(("text", "word"), [("bare tekst\nuden skel\n", "kolonner"), ("sep=;\n;;\n", "tom")])
def test_files_without_columns_or_rows_are_refused_in_danish(text, word):
    with pytest.raises(Refused, match=word):
        delimited.read(text)


def test_a_field_too_long_for_any_cell_is_refused_with_its_line():
    with pytest.raises(Refused, match="linje 4"):
        delimited.read("a;b\nc;d\ne;f\n" + "x" * 200_001 + ";y\nc;d\n")


def test_a_csv_of_a_handling_table_is_read_to_its_rows():
    table = (
        "Høringspart;Tema;Sammendrag;Håndtering;Kommentar;Citat\n"
        "Ærø Kommune;Økonomi;a) Vi savner midler;Imødekommes;Tilføjes;Der mangler midler\n"
    )
    (row,) = reading.read(table.encode("cp1252"), "tabel.csv").rows
    assert (row.party, row.label, row.summary) == ("Ærø Kommune", "a", "Vi savner midler")
