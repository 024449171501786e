"""Rows that point at another row instead of saying something, and the short names that they do it by."""

import pytest

from hearing.echoes.phrases import filled
from hearing.enums import Meaning
from hearing.intake import reading
from hearing.intake.party_names import short_name
from hearing.intake.rows import Row
from hearing.intake.understand import understand

SOURCES = [
    Row("Beboernes Erfaringsudvalg", summary=f"{letter}) BEU ønsker sag {letter}.", decision="Imødekommes")
    for letter in "abcdefgh"
]


def _echoing(*cells: tuple[str, str]) -> list[Row]:
    rows = [*SOURCES, *(Row("Ældrenes Råd", summary=summary, decision=decision) for summary, decision in cells)]
    return list(understand(rows).rows[len(SOURCES) :])


def test_echo_rows_are_linked_by_explicit_letters_and_keep_their_texts():
    rows = _echoing(
        ("a) Samme kommentar som BEUs", "a) Samme håndtering som ved BEU"),
        ("b) Samme kommentar som BEUS c)", "Samme håndtering som ved BEU"),
        ("c) Samme kommentar som BEUS", "d) Samme håndtering som ved BEU"),
        ("d) Samme kommentar som BEUS", "Samme håndtering som ved BEU"),
        ("e) Samme kommentar som BEUS", "Samme håndtering som ved BEU, bemærkning h)"),
    )
    assert [row.echo_of for row in rows] == [0, 2, 3, 4, 7]
    assert [row.label for row in rows] == list("abcde")
    assert rows[1].summary == "Samme kommentar som BEUS c)"
    assert {row.meaning for row in rows} == {None}
    assert rows[3].unsure and not rows[1].unsure


@pytest.mark.parametrize(
    ("summary", "decision", "source"),
    [
        ("Samme som ovenfor", "", 7),
        ("Ønsker det samme.", "Se svar til Beboernes Erfaringsudvalg, pkt. c", 2),
        ("Ønsker det samme.", "Jf. håndtering ved BEU, punkt d.", 3),
        ("Ønsker det samme.", "Som ved BEU b)", 1),
        ("Se BEU, bemærkning f)", "Imødekommes", 5),
        ("Tilslutter sig BEUs bemærkning e", "Se BEU", 4),
        ("Tilslutter sig BEUs høringssvar.", "Imødekommes", None),
        ("Samme som BEU bemærkning a, b og c", "Samme håndtering som ved BEU", 0),
        ("Ønsker sammen med BEU at c) bedres.", "Imødekommes", None),
        ("Som BEU nævner, er der for få bænke i parken.", "Imødekommes", None),
        ("Samme håndtering som ved BEU", "Samme håndtering som ved BEU, bemærkning q)", None),
    ],
)
def test_other_wordings_of_a_reference(summary, decision, source):
    (row,) = _echoing((summary, decision))
    assert row.echo_of == source


def test_a_reference_to_nobody_is_marked_and_reported():
    reading = understand([*SOURCES, Row("Ældrenes Råd", summary="Træer", decision="Samme håndtering som ved XYZ")])
    assert reading.rows[-1].echo_of is None and reading.rows[-1].unsure
    assert any(remark.row == 9 for remark in reading.odd)


@pytest.mark.seeds
@pytest.mark.slow
def test_every_echo_of_the_published_table_finds_its_source(seed_table):
    """Its two series of letters shift apart: i repeats j, and the last one, s, repeats u."""
    rows = reading.read(seed_table.read_bytes(), seed_table.name).rows
    echoes = {row.label: rows[row.echo_of] for row in rows if row.echo_of is not None}
    assert len(echoes) == 19
    assert {source.party_short for source in echoes.values()} == {"PIU"}
    shifted = dict(zip("abcdefghijklmnopqrs", "abcdefghjklmnopqrsu", strict=True))
    assert {label: source.label for label, source in echoes.items()} == shifted
    doubts = [row.unsure for row in rows if row.echo_of is not None]
    assert not any("henvisning" in doubt.casefold() for doubt in doubts)


def test_short_names_are_learnt_from_the_partys_own_rows():
    assert {row.party_short for row in understand(SOURCES).rows} == {"BEU"}
    other = [Row("Byens Ejere", summary="a) BEU bør høres."), Row("Byens Ejere", summary="b) Træer.")]
    assert [row.party_short for row in understand([*SOURCES, *other]).rows[-2:]] == ["", ""]


@pytest.mark.parametrize(
    ("comment", "label"),
    [
        ("Der er tilføjet en frist i afsnit 3.\nSe også PIU, bemærkning b", "b"),
        ("Se også Patientinddragelsesudvalget, bemærkning b.", "b"),
        ("Fristen er sat ned Se også PIU, bemærkning a", "a"),
        ("Fristen er sat ned. Se også PIU, pkt. a)", "a"),
        ("Se også afsnit 3", None),
        ("Se også FAR", "c"),
        ("Se også PIU", None),
        ("Se også PIU, bemærkning a og b", None),
        ("Se også PIU, bemærkning b, om fristen", None),
        ("Se også PIUs kommentar a", None),
        ("Fristen drøftes, jf. også håndtering af PIUs kommentar a, b og c", None),
        ("Se også PIU, bemærkning b. Fristen drøftes.", None),
    ],
)
def test_a_comment_that_ends_in_see_also_links_its_row_and_changes_nothing_else(comment, label):
    rows = [
        Row("Patientinddragelsesudvalget (PIU)", "PIU", summary="a) Kortere frister", decision="Imødekommes"),
        Row("Patientinddragelsesudvalget (PIU)", "PIU", summary="b) Flere tolke", decision="Imødekommes ikke"),
        Row("Fagrådet (FAR)", "FAR", summary="c) Et fælles sprog", decision="Imødekommes"),
        Row("Vestby Kommune", summary="a) Kortere frister i kommunen", decision="Imødekommes", comment=comment),
    ]
    row = understand(rows).rows[3]
    assert (row.summary, row.decision, row.comment, row.meaning) == (
        "Kortere frister i kommunen",
        "Imødekommes",
        comment,
        Meaning.CHANGE,
    )
    assert (row.echo_of is not None and understand(rows).rows[row.echo_of].label) == (label or False)


PARTIES = ["Enghave Kommune", "Fælleslauget for Haver og Diger (FHD)", "Møllerådet", "Anker Juhl-Madsen"]


def _repeating(summary: str, decision: str, comment: str) -> list[Row]:
    """A table of which the last party repeats the others, one of them without a letter."""
    rows = [
        Row(
            party,
            summary=f"{letter}) Ønsker {wish}.",
            decision="Imødekommes",
            comment=f"Der afsættes {wish} i 2027.",
        )
        for party in PARTIES[:3]
        for letter, wish in (("a", f"bænke ved {party[:5]}"), ("b", f"lys ved {party[:5]}"))
    ]
    rows.append(Row(PARTIES[3], summary="Ønsker en bro.", decision="Imødekommes", comment="Broen er bestilt."))
    for number, source in enumerate([3, 0, 6, 5]):
        party = short_name(rows[source].party) or rows[source].party
        letter = rows[source].summary[0] if source < 6 else ""
        rows.append(
            Row(
                "Grundejerne på Toften",
                summary=f"{'abcd'[number]}) {filled(summary, party, letter)}",
                decision=filled(decision, party, letter) if decision else rows[source].decision,
                comment=f"{rows[source].comment} {filled(comment, party, letter)}" if comment else "",
            )
        )
    return rows


@pytest.mark.parametrize(
    ("summary", "decision", "comment"),
    [
        ("Behandles sammen med {part}, punkt {bogstav}", "Behandles under {part}, {bogstav}", ""),
        ("{part} har rejst det samme (bemærkning {bogstav})", "Er besvaret ved {part}, nr. {bogstav}.", ""),
        ("Rejst i fællesskab med {part} ({bogstav})", "→ {part} {bogstav}", ""),
        ("Toften deler ønsket.", "Vurderes ens med {part} ({bogstav})", ""),
        ("Toften deler ønsket.", "", "Drøftet også ved {part} {bogstav}"),
        ("Toften deler ønsket.", "", "(Jf. {part}, litra {bogstav})"),
        ("Toften deler ønsket.", "", "Bemærkning {bogstav} fra {part} er besvaret på samme måde."),
        ("Toften deler ønsket.", "", "Se også {part}"),
    ],
)
def test_the_words_of_a_table_that_points_at_its_own_rows_are_learnt_from_it(summary, decision, comment):
    rows = understand(_repeating(summary, decision, comment)).rows
    assert [row.echo_of for row in rows] == [*[None] * 7, 3, 0, 6, 5]
    assert not any("Henvisningen" in row.unsure for row in rows)


def test_words_around_a_name_that_say_something_of_their_own_are_no_reference():
    wishes = ("vil gerne mødes med {part} om broen", "er nabo til {part}, matrikel 7 b", "har skrevet til {part}")
    rows = understand(_repeating(f"Toften {wishes[0]}.", "Imødekommes", "")).rows
    own = [Row("Toften", summary=filled(wish, PARTIES[0], ""), decision="Imødekommes") for wish in wishes]
    assert not any(row.echo_of is not None for row in (*rows, *understand([*rows[:7], *own]).rows))


def test_a_double_name_that_a_line_divides_is_still_the_partys():
    rows = [
        Row("Anker Juhl- Madsen", summary="a) En bro.", decision="Imødekommes"),
        Row("Anker Juhl- Madsen", summary="b) En bænk.", decision="Imødekommes"),
        Row("Toften", summary="Samme kommentar som Anker Juhl-Madsen, bemærkning b"),
        Row("Toften", summary="Samme kommentar som Anker Juhl- Madsen, bemærkning a"),
    ]
    assert [row.echo_of for row in understand(rows).rows] == [None, None, 1, 0]
