"""Text of a PDF's table: rows and cells out of lines that follow each other, or that stand side by side.

The dumps in ``data/dumps`` are invented tables of other authorities, laid out by LibreOffice and written by
``pdftotext -raw`` and ``-layout``; beside each stands what its cells hold.
"""

import json
import re
import textwrap
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import pytest

from hearing.enums import Meaning
from hearing.intake import reading, running_text
from hearing.intake.rows import Reading, Refused, Row
from hearing.intake.running_text.headings import heading_row
from tests import borders

DUMPS = Path(__file__).parent / "data" / "dumps"
FIELDS = ("party", "theme", "label", "summary", "decision", "comment", "excerpt")


@pytest.fixture(scope="module")
def seed(seed_table) -> Reading:
    """The real published table, read once."""
    return reading.read(seed_table.read_bytes(), seed_table.name)


@pytest.fixture(scope="module")
def score(seed, seed_table) -> borders.Score:
    """The real table's cells held against borders that were decided by reading the text, without the program."""
    return borders.score(seed.rows, seed_table.read_text(encoding="utf-8"))


@pytest.mark.seeds
def test_the_seed_has_the_rows_parties_and_silent_parties_that_it_prints(seed):
    assert len(seed.rows) == 228
    assert len({row.party for row in seed.rows}) == 46
    assert sum(row.silent for row in seed.rows) == 17


@pytest.mark.seeds
def test_the_seeds_decisions_are_as_many_as_the_phrases_in_its_text(seed, seed_table):
    text = " ".join(seed_table.read_text(encoding="utf-8").split())
    meanings = [row.meaning for row in seed.rows if row.echo_of is None]
    assert meanings.count(Meaning.IMPLEMENT) == text.count("Inddrages i implementeringsarbejdet")
    assert meanings.count(Meaning.NO_CHANGE) == text.count("Giver ikke anledning til ændringer i praksisplanen")
    assert meanings.count(Meaning.CHANGE) == text.count("Giver anledning til følgende ændring/tilføjelse i")
    assert sum(row.echo_of is not None for row in seed.rows) == text.count("Samme håndtering som ved PIU") == 19


@pytest.mark.seeds
def test_nearly_every_row_of_the_seed_begins_where_it_should(score):
    assert score.begun_right >= 0.99 * score.rows


@pytest.mark.seeds
def test_the_seeds_cells_end_where_a_person_sees_them_end(score):
    assert score.cells_right >= 0.99 * score.cells


@pytest.mark.seeds
def test_what_the_reader_has_wrong_lies_in_the_few_rows_it_marks(score):
    assert score.wrong_marked >= 0.8 * score.wrong
    assert score.marked <= 0.15 * score.rows


@pytest.mark.seeds
@pytest.mark.parametrize("first", [0, 6, 12, 18, 24, 30])
def test_six_pages_of_the_seed_teach_enough_to_be_read_alone(seed_table, first):
    text, cells = borders.part(seed_table.read_text(encoding="utf-8"), first, first + 6)
    rows = running_text.read(text).rows
    assert len(rows) == len(cells)
    right = [ok for row, its in zip(rows, cells, strict=True) for ok in borders.right(row, its).values()]
    assert right.count(False) <= 0.02 * len(right)


@pytest.mark.seeds
def test_the_letter_at_the_end_of_the_seeds_echoes_belongs_to_the_summary(seed):
    echoes = [row for row in seed.rows if row.echo_of is not None]
    assert {row.decision for row in echoes} == {"Samme håndtering som ved PIU"}
    assert all(row.summary.endswith(")") for row in echoes)


@pytest.mark.seeds
def test_the_page_of_the_partys_letter_is_read_at_the_end_of_the_excerpt(seed, seed_table):
    text = seed_table.read_text(encoding="utf-8")
    assert [row.page for row in seed.rows] == [cells["page"] for cells in borders.expected(text)]


@pytest.mark.seeds
def test_no_letter_of_the_seed_is_lost_or_invented(seed, seed_table):
    printed = Counter(re.sub(r"[\W_]", "", seed_table.read_text(encoding="utf-8")))
    said = [getattr(row, name) for row in seed.rows for name in ("party", *FIELDS[2:])]
    said += [row.theme_printed or row.theme for row in seed.rows]
    said += [remark.text.partition(": ")[2] for remark in seed.left_out if remark.text.startswith("Over tabellen")]
    said += re.findall("temaet »(.*?)«", " ".join(remark.text for remark in seed.left_out))
    said += ["Der er ikke fremsendt høringssvar"] * sum(row.silent for row in seed.rows)
    said += ["o"] * sum(row.party in ("Bornholms Hospital", "Herlev og Gentofte Hospital") for row in seed.rows)
    assert Counter(re.sub(r"[\W_]", "", "".join(said))) == printed


@pytest.mark.seeds
def test_a_line_break_in_a_cell_is_one_blank_and_all_else_is_verbatim(seed, seed_table):
    printed = " ".join(
        line.strip() for line in seed_table.read_text(encoding="utf-8").splitlines() if line.strip()
    )
    for row in seed.rows:
        for text in (row.summary, row.decision, row.comment, row.excerpt):
            assert text in printed


def test_a_text_without_a_word_is_refused():
    with pytest.raises(Refused, match="tom"):
        running_text.read(" \n\f\n ")


def _same(one: str, other: str) -> bool:
    """Equal but for blanks: a word too long for its column is broken without a hyphen."""
    return borders.squeezed(one) == borders.squeezed(other)


def _right(row: Row, cells: dict[str, str]) -> int:
    texts = {name: getattr(row, name) for name in FIELDS} | {"theme": row.theme_printed or row.theme}
    return sum(_same(texts[name], cells[name]) for name in FIELDS)


@pytest.mark.parametrize("dump", sorted(DUMPS.glob("*.txt")), ids=lambda path: path.name.removesuffix(".txt"))
def test_tables_of_other_authorities_are_read_cell_by_cell(dump):
    gold = json.loads((DUMPS / f"{dump.name.split('.')[0]}.json").read_text(encoding="utf-8"))
    read = running_text.read(dump.read_text(encoding="utf-8"))
    assert [row.silent for row in read.rows] == [cells["silent"] for cells in gold]
    right = sum(_right(row, cells) for row, cells in zip(read.rows, gold, strict=True))
    print(f"{dump.name}: {right} of {len(gold) * len(FIELDS)} cells right")
    assert right >= 0.97 * len(gold) * len(FIELDS)
    assert sum(bool(row.unsure) for row in read.rows) <= 0.35 * len(gold)


def test_a_name_ends_where_its_text_begins_with_it_again():
    read = running_text.read((DUMPS / "bekendtgoerelse.raw.txt").read_text(encoding="utf-8"))
    assert any(row.party == "Danske Lejere" and row.summary.startswith("Danske Lejere") for row in read.rows)


def test_what_stands_on_every_page_is_left_out_and_said():
    read = running_text.read((DUMPS / "lokalplan.raw.txt").read_text(encoding="utf-8"))
    said = [remark.text for remark in read.left_out]
    assert sum("Hvidbog – lokalplan 114" in text for text in said) == 6
    assert "Side 6: Side 6" in said
    assert not any("Hvidbog" in row.excerpt + row.summary + row.party for row in read.rows)


def test_a_person_names_the_columns_of_a_text():
    text = (DUMPS / "lokalplan.layout.txt").read_text(encoding="utf-8")
    read = running_text.read(text, columns={"Resumé": "excerpt", "Forvaltningens vurdering": "summary"})
    assert {column.heading: column.field for column in read.columns}["Resumé"] == "excerpt"
    assert any(row.excerpt for row in read.rows)


@pytest.mark.parametrize("dump", ["skoler", "akutplan"])
def test_a_text_that_does_not_follow_the_rows_says_so_and_is_marked_throughout(dump):
    read = running_text.read((DUMPS / f"{dump}.plain").read_text(encoding="utf-8"))
    assert any("følger ikke tabellens rækker" in remark.text for remark in read.odd)
    assert all(row.unsure for row in read.rows)


@pytest.mark.parametrize("text", ["hej", "a\n" * 500, "Kære alle\n\nVi ses på torsdag.\n", "ord " * 5000])
def test_a_text_that_is_no_table_is_refused(text):
    with pytest.raises(Refused, match="rækker"):
        running_text.read(text)


def _rows(text: str) -> list[tuple[str, str, str, str]]:
    return [(row.party, row.summary, row.decision, row.comment) for row in running_text.read(text).rows]


@pytest.mark.parametrize("name", ["boernepolitik.raw.txt", "akutplan.layout.txt", "spildevand.layout.txt"])
def test_pages_that_no_form_feed_ends_begin_where_the_headings_stand_again(name):
    text = (DUMPS / name).read_text(encoding="utf-8")
    assert _rows(text.replace("\f", "")) == _rows(text)


def test_a_title_that_holds_the_word_of_a_heading_is_no_column():
    lines = ["Høringssvar til havneplanen", "Afsender Emne", "Resumé Citat Indstilling"]
    kinds = [heading.kind for heading in heading_row(lines)]
    assert kinds == ["party", "theme", "summary", "excerpt", "decision"]


def test_a_line_too_long_for_any_table_is_refused_at_once():
    with pytest.raises(Refused, match="rækker"):
        running_text.read("Afsender Resumé Indstilling\n" + "ord " * 100_000)


LAYOUT = """\
Afsender                  Bemærkninger                              Ministeriets bemærkninger
Foreningen for            Foreningen har følgende ønsker:           Ministeriet har noteret sig,
Havnebyer                 • at kajen hæves til kote 3,2             at der er ønsker.
                          • at kranen flyttes
Foreningen for            Spørger, om molen er sikker.              Det er den.
Havnebyer
Lodsernes Fagforening Ønsker flere lodser.                          Det koster for meget i
                          Gerne flere end nu.                       denne omgang.
Det Maritime Råd          Ønsker et fyr på den yderste mole.        Fyret er bestilt og ventes
                          Det må gerne være rødt.                   opsat inden jul.
"""


def test_names_of_two_lines_lists_and_edges_drawn_over_are_told_side_by_side():
    assert [(row.party, row.summary) for row in running_text.read(LAYOUT).rows] == [
        (
            "Foreningen for Havnebyer",
            "Foreningen har følgende ønsker: • at kajen hæves til kote 3,2 • at kranen flyttes",
        ),
        ("Foreningen for Havnebyer", "Spørger, om molen er sikker."),
        ("Lodsernes Fagforening", "Ønsker flere lodser. Gerne flere end nu."),
        ("Det Maritime Råd", "Ønsker et fyr på den yderste mole. Det må gerne være rødt."),
    ]


def _laid_out(rows: list[tuple[str, ...]], widths: tuple[int, ...]) -> str:
    """Rows with their cells beside each other, and a blank line between the rows."""

    def row(cells: tuple[str, ...]) -> str:
        columns = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
        lines = zip_longest(*columns, fillvalue="")
        return "\n".join(
            "".join(piece.ljust(width + 3) for piece, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        )

    return "\n\n".join(map(row, rows))


def test_blank_lines_part_the_rows_where_they_stand_between_rows_alone():
    """Every cell of one row may end on the line above that on which the next row begins, in words like its own."""
    heads = ("Høringspart", "Tema", "Sammendrag", "Håndtering", "Kommentar", "Citat")
    wanted = [
        (
            f"{party} Vandværk ved Nordre Fjordbred",
            "Rent drikkevand og boringer",
            f"{letter}) Der henvises til svaret til Åmose Vandværk, bemærkning {other}",
            f"Håndteres som hos Åmose Vandværk ({other})",
            f"Svaret gives ved Åmose Vandværk under {other}",
            f"Vi ønsker {wish} og tager gerne et møde",
        )
        for party in ("Søholm", "Åmose", "Ravnkær")
        for letter, other, wish in zip("abc", "cab", ("nye boringer", "flere målere", "blødt vand"), strict=True)
    ]
    read = running_text.read(_laid_out([heads, *wanted], (22, 17, 40, 21, 24, 22)))
    assert [(row.party, row.label, row.excerpt) for row in read.rows] == [
        (party, summary[0], excerpt) for party, _, summary, _, _, excerpt in wanted
    ]
