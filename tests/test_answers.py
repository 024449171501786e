"""Tables in which a field has no column of its own: decisions inside the answers, records on two rows, forms."""

import re

import pytest

from hearing.enums import Meaning
from hearing.intake import openings, reading
from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid, Refused, Row
from tests.test_layout import grid

PARTIES = ("Søborg Kommune", "Lokalrådet i Vrå", "Energi Nord A/S", "Foreningen Åbne Stier") * 2
PHRASES = ("Imødekommes", "Imødekommes ikke", "Imødekommes delvist", "Imødekommes") * 2
WISHES = tuple(f"Ønsker, at sti nr. {n} får lys, og at der sættes en bænk ved søen." for n in range(8))
ANSWERS = tuple(f"Sti nr. {n} er med i planen for belysning, som vedtages til foråret." for n in range(8))
MEANINGS = [Meaning.CHANGE, Meaning.NO_CHANGE, Meaning.PARTLY_MET, Meaning.CHANGE] * 2

opening = pytest.mark.parametrize(
    "written",
    ["{phrase}. {answer}", "{phrase}\n{answer}", "{phrase}: {answer}", "{answer}\nIndstilling: {phrase}.",
     "Håndtering: {phrase}. {answer}", "{answer} Forvaltningens indstilling: {phrase}"],
)  # fmt: skip


@opening
def test_a_decision_inside_the_answer_is_taken_out_of_it(written):
    cells = [written.format(phrase=p, answer=a) for p, a in zip(PHRASES, ANSWERS, strict=True)]
    rows = zip(PARTIES, WISHES, cells, strict=True)
    read = read_grids([grid(("Afsender", "Høringssvar", "Bemærkninger"), *rows)])
    stop = "." if "{phrase}." in written else ""
    assert [row.decision for row in read.rows] == [phrase + stop for phrase in PHRASES]
    assert [row.meaning for row in read.rows] == MEANINGS
    assert [row.comment for row in read.rows] == list(ANSWERS)
    assert any("ingen kolonne med håndteringer" in remark.text for remark in read.odd)
    kept = " ".join([*(f"{row.decision} {row.comment}" for row in read.rows), *(r.text for r in read.left_out)])
    assert not set(re.findall(r"\w+", " ".join(cells))) - set(re.findall(r"\w+", kept))


def test_the_marks_of_a_comment_stay_on_their_words():
    text = "Imødekommes. Stien anlægges i foråret."
    rows = [Row(f"Part {n}", summary="Ønsker en sti.", comment=text, marks=((0, 11), (19, 27))) for n in range(3)]
    (row, *_), *_ = openings.split(rows)
    assert [row.comment[a:b] for a, b in row.marks] == ["anlægges"]


def test_answers_that_only_begin_with_short_sentences_keep_them():
    answers = [
        "Enig. Stien anlægges.",
        "Det tages med i planen for stier. Godt forslag.",
        "Stien findes. Se kortet.",
    ]
    rows = [Row(f"Part {n}", summary="Ønsker en sti.", comment=text) for n, text in enumerate(answers)]
    assert openings.split(rows) == (rows, [], [])


@pytest.mark.parametrize(
    "answer",
    [
        "Styrelsen har noteret sig, at fristen ønskes ændret.",
        "Det fremgår allerede af planen, at afsnittet slettes.",
        "Planen er på den baggrund justeret, jf. nu afsnit 5.",
        "Ministeriet er enig og har rettet teksten. Fristen er ændret.",
        "Stien er set efter. Konsekvens: Ændres ikke af hensyn til dem, der bor ved den, se afsnit 4",
        "Tages til efterretning, jf. afsnit 4 om stier.",
    ],
)
def test_a_sentence_that_answers_is_no_decision(answer):
    texts = [*(f"{phrase}. {answer}" for phrase in PHRASES), answer]
    rows = [Row(f"Part {n}", summary="Ønsker en sti.", comment=text) for n, text in enumerate(texts)]
    divided, *_ = openings.split(rows)
    assert [row.decision for row in divided] == [*(f"{phrase}." for phrase in PHRASES), ""]
    assert [row.comment for row in divided] == [answer] * 9
    assert openings.split(rows[8:] * 4) == (rows[8:] * 4, [], [])


def test_records_of_two_rows_whose_second_row_spans_the_columns_of_the_first():
    upper = ("Høringspart", "Tema", "Sammendrag", "Håndtering")
    table = [upper, (Cell("Uddrag af svaret", span=2), "", Cell("Regionens svar", span=2), "")]
    for party, wish, phrase, answer in zip(PARTIES, WISHES, PHRASES, ANSWERS, strict=True):
        table.append((party, "Stier", f"a) {wish}", phrase))
        table.append((Cell(f"Vi vil gerne have lys. {party}", span=2), "", Cell(answer, span=2), ""))
    read = read_grids([grid(*table)])
    assert [row.excerpt for row in read.rows] == [f"Vi vil gerne have lys. {party}" for party in PARTIES]
    assert [row.comment for row in read.rows] == list(ANSWERS)


def _form(n: int) -> tuple:
    named = (("Afsender", PARTIES[n]), ("Emne:", "Stier"), ("Resumé", WISHES[n]), ("", "Også om vinteren."))
    return (*named, ("Forvaltningens vurdering", ANSWERS[n]), ("Indstilling", PHRASES[n]))


@pytest.mark.parametrize("in_one_table", [True, False])
def test_forms_with_the_headings_in_front_are_read_as_one_table(in_one_table):
    forms = [_form(n) for n in range(8)]
    grids = [grid(*(row for form in forms for row in form))] if in_one_table else [grid(*form) for form in forms]
    read = read_grids(grids)
    assert [row.party for row in read.rows] == list(PARTIES)
    assert [row.summary for row in read.rows] == [f"{wish}\nOgså om vinteren." for wish in WISHES]
    assert [(row.theme, row.comment, row.decision) for row in read.rows] == [
        ("Stier", answer, phrase) for answer, phrase in zip(ANSWERS, PHRASES, strict=True)
    ]


def test_two_columns_of_one_field_are_one_text():
    head = ("Part", "Høringssvar", "Begrundelse", "Svar")
    rows = zip(PARTIES, WISHES, ("Det er mørkt.",) * 8, ANSWERS, strict=True)
    read = read_grids([grid(head, *rows)], columns={"Høringssvar": "summary", "Begrundelse": "summary"})
    assert read.rows[1].summary == f"{WISHES[1]}\nDet er mørkt."


def test_the_only_text_of_the_parties_may_be_named_the_quote():
    table = grid(("Part", "Høringssvar", "Svar"), *zip(PARTIES, WISHES, ANSWERS, strict=True))
    read = read_grids([table], columns={"Høringssvar": "excerpt"})
    assert [(row.summary, row.excerpt) for row in read.rows[:2]] == [("", WISHES[0]), ("", WISHES[1])]


def test_the_number_and_the_date_beside_a_partys_name_are_no_part_of_it():
    cells = [f"{n}. {party}\nModtaget {n}. maj 2026" for n, party in enumerate(PARTIES[:4], 1)]
    read = read_grids([grid(("Part", "Høringssvar", "Svar"), *zip(cells, WISHES[:4], ANSWERS[:4], strict=True))])
    assert [row.party for row in read.rows] == list(PARTIES[:4])
    said = " ".join(remark.text for remark in read.left_out)
    assert "Modtaget 3. maj 2026" in said and "Numrene foran" in said


def test_a_row_far_down_is_no_header_though_its_words_could_be():
    rows = [(str(n), *row) for n, row in enumerate(zip(PARTIES, WISHES, PHRASES, ANSWERS, strict=True), 1)]
    rows.append(
        ("9", "Brugernes Organisation", "Organisationen foreslår lys.", "Giver ikke ændringer", "Se afsnit 4")
    )
    assert len(read_grids([grid(*rows)]).rows) == 9


def test_headings_without_rows_are_refused():
    with pytest.raises(Refused, match="ingen rækker"):
        read_grids([grid(("Afsender", "Høringssvar", "Forvaltningens vurdering", "Indstilling"))])


@pytest.mark.parametrize(("encoding", "separator"), [("utf-16-le", ";"), ("utf-16-be", ";"), ("utf-8", "|")])
def test_csv_in_other_habits(encoding, separator):
    lines = [("Part", "Høringssvar", "Svar"), *zip(PARTIES, WISHES, ANSWERS, strict=True)]
    text = "\n".join(separator.join(line) for line in lines)
    assert [row.party for row in reading.read(text.encode(encoding), "tabel.csv").rows] == list(PARTIES)


@pytest.mark.parametrize("text", ["[]", "[{}]", '{"rows": [{"note": "x"}]}'])
def test_json_without_anything_in_it_is_refused(text):
    with pytest.raises(Refused):
        reading.read(text.encode(), "tabel.json")


def test_a_single_form_is_left_as_it_is():
    form = Grid(tuple((Cell(a), Cell(b)) for a, b in _form(0)))
    table = grid(("Afsender", "Høringssvar", "Bemærkninger"), *zip(PARTIES, WISHES, ANSWERS, strict=True))
    assert len(read_grids([form, table]).rows) == 8
