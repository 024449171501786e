"""What is understood of a row on the way in: labels, answers, decisions, pages, references, themes, parties."""

import pytest

from hearing.enums import Meaning, PartyKind
from hearing.intake import decisions, labels, pages, party_kinds, party_names, plan_term, reading, silence, themes
from hearing.intake.rows import Row
from hearing.intake.understand import understand


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("a) Byen ønsker bænke.", "a", "Byen ønsker bænke."),
        ("Bemærkning h) Byen ønsker bænke.", "Bemærkning h", "Byen ønsker bænke."),
        ("Bemærkning  h) Byen ønsker bænke.", "Bemærkning h", "Byen ønsker bænke."),
        ("Bemærkning d Byen ønsker bænke.", "Bemærkning d", "Byen ønsker bænke."),
        ("e)\nByen ønsker bænke.", "e", "Byen ønsker bænke."),
        ("c)For at få bænke", "c", "For at få bænke"),
        (") ønsker bænke", "", "ønsker bænke"),
        ("(b) Byen", "b", "Byen"),
        ("aa) Byen", "aa", "Byen"),
        ("bb) Byen", "bb", "Byen"),
        ("3) Byen", "3", "Byen"),
        ("2.1) Byen", "2.1", "Byen"),
        ("Pkt. 4) Byen", "Pkt. 4", "Byen"),
        ("I byen er der få bænke", "", "I byen er der få bænke"),
        ("1. juli er for sent", "", "1. juli er for sent"),
        ("Bemærkning til afsnit 3) om bænke", "", "Bemærkning til afsnit 3) om bænke"),
        ("(fx) bænke", "", "(fx) bænke"),
        ("Ja) mener byen", "", "Ja) mener byen"),
    ],
)
def test_a_label_is_taken_off_the_front_of_a_text(text, label, rest):
    assert labels.split(text)[:2] == (label, rest)


def test_full_stops_are_labels_only_where_the_table_writes_them_so():
    series = [Row("Sø By", summary=f"{n}. Byen ønsker sag {n}.") for n in (1, 2, 3)]
    assert [row.label for row in understand(series).rows] == ["1", "2", "3"]
    single = [
        Row("Sø By", summary="1. del af planen er god."),
        Row("Sø By", summary="Bænke."),
        Row("Sø By", summary="Træer."),
    ]
    assert [row.label for row in understand(single).rows] == ["", "", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Der er ikke fremsendt høringssvar.",
        "Der er ikke \nfremsendt \nhøringssvar. ",
        "Ikke svaret",
        "Har ikke afgivet høringssvar",
        "Intet høringssvar modtaget",
        "Høringssvar ikke modtaget",
        "Vestby Kommune har ikke svaret inden for fristen.",
        "Ingen svar",
        "Der er ikke modtaget bemærkninger fra parten",
        "Ej svaret",
        "Intet svar",
        "Har ikke indsendt høringssvar",
        "Ingen tilbagemelding",
    ],
)  # fmt: skip
def test_silence_is_told_however_it_is_worded(text):
    assert silence.is_silent(text, "Vestby Kommune")


@pytest.mark.parametrize(
    "text",
    [
        "Ingen bemærkninger",
        "Kommunen har ingen bemærkninger til planen.",
        "Har ikke bemærkninger",
        "Ingen kommentarer til høringen",
        "Vi har ikke yderligere at bemærke",
    ],
)
def test_no_remarks_is_an_answer(text):
    assert silence.is_without_remarks(text) and not silence.is_silent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Det er ikke besvaret, hvordan lægehusene skal bemandes.",
        "Borgerne får ikke svar i telefonen.",
        "Ingen bemærkninger til kapitel 1, men kapitel 2 bør skærpes.",
        "",
        "Svar",
    ],
)
def test_a_sentence_that_says_more_is_a_point(text):
    assert not silence.is_silent(text) and not silence.is_without_remarks(text)


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("Inddrages i implementeringsarbejdet", Meaning.IMPLEMENT),
        ("Indgår i det videre arbejde", Meaning.IMPLEMENT),
        ("Tages med i den videre proces", Meaning.IMPLEMENT),
        ("Giver ikke anledning til ændringer i klimaplanen", Meaning.NO_CHANGE),
        ("Giver ikke anledning til \nændringer", Meaning.NO_CHANGE),
        ("Tages til efterretning", Meaning.NO_CHANGE),
        ("Imødekommes ikke", Meaning.NO_CHANGE),
        ("Kan ikke imødekommes", Meaning.NO_CHANGE),
        ("Ingen ændring", Meaning.NO_CHANGE),
        ("Giver anledning til følgende ændring/tilføjelse i klimaplanen", Meaning.CHANGE),
        ("Imødekommes", Meaning.CHANGE),
        ("Planen tilrettes", Meaning.CHANGE),
        ("Imødekommes (delvist) i klimaplanen", Meaning.PARTLY_MET),
        ("Delvist imødekommet", Meaning.PARTLY_MET),
        ("Ligger uden for rammerne af den aktuelle klimaplan", Meaning.OUT_OF_SCOPE),
        ("Udenfor høringens emne", Meaning.OUT_OF_SCOPE),
        ("Medfører ikke ændringer i klimaplanen", Meaning.NO_CHANGE),
        ("Giver anledning til ændring i handlingsplanen", Meaning.CHANGE),
        ("Tiltrædes", Meaning.CHANGE),
        ("Anbefales ikke", Meaning.NO_CHANGE),
        ("Godkendes ikke", Meaning.NO_CHANGE),
        ("Medfører rettelse", Meaning.CHANGE),
        ("Afventer", None),
        ("", None),
    ],
)
def test_decision_phrases_have_a_fixed_meaning(phrase, meaning):
    assert decisions.meaning_of(phrase) is meaning


@pytest.mark.parametrize("term", ["klimaplanen", "sundhedsaftalen", "byprogrammet", "trafikpolitikken", "loven"])
def test_the_usual_phrases_mean_what_they_should_for_any_plan(term):
    for phrase, meaning in decisions.usual(term):
        assert decisions.meaning_of(phrase) is meaning
    assert plan_term.found(phrase for phrase, _ in decisions.usual(term)) == term


@pytest.mark.parametrize(
    ("term", "current"),
    [
        ("klimaplanen", "den aktuelle klimaplan"),
        ("sundhedsaftalen", "den aktuelle sundhedsaftale"),
        ("byprogrammet", "det aktuelle byprogram"),
        ("trafikpolitikken", "den aktuelle trafikpolitik"),
        ("lovforslaget", "det aktuelle lovforslag"),
        ("strategien", "den aktuelle strategi"),
    ],
)
def test_the_article_comes_off_the_plan(term, current):
    assert plan_term.the_current(term) == current


@pytest.mark.parametrize(
    ("excerpt", "page"),
    [
        ("Der mangler bænke.- Side 1", "1"),
        ("Der mangler bænke. s. 17", "17"),
        ("Der mangler bænke, S. 18.", "18"),
        ("Der mangler bænke (side 3-4)", "3-4"),
        ("Der mangler bænke - Side 3 – 4", "3–4"),
        ("Side 4: Der mangler bænke", "4"),
        ("Som der står på s. 17 i planen, mangler der bænke. - Side 2", "2"),
        ("Som der står på s. 17 i planen, mangler der bænke.", ""),
        ("Vi henviser til det, der står på side 5", ""),
        ("Der mangler 12", ""),
    ],
)
def test_the_page_is_read_beside_the_excerpt(excerpt, page):
    assert pages.page_of(excerpt) == page
    assert understand([Row("Sø By", summary="a) x", excerpt=excerpt)]).rows[0].excerpt == excerpt


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Vestby Kommune", PartyKind.MUNICIPALITY),
        ("Region Østland", PartyKind.REGION),
        ("Ærøholm Hospital", PartyKind.HOSPITAL),
        ("Region Østlands Psykiatri", PartyKind.HOSPITAL),
        ("Patientinddragelsesudvalget i Region Østland", PartyKind.COUNCIL),
        ("Vandstyrelsen", PartyKind.STATE),
        ("Bymiljøministeriet", PartyKind.STATE),
        ("Dansk Gartnerforbund", PartyKind.UNION),
        ("Hjerteforeningen", PartyKind.PATIENTS),
        ("Østland Vand A/S", PartyKind.COMPANY),
        ("Bente Marie Holm", PartyKind.CITIZEN),
        ("En borger", PartyKind.CITIZEN),
        ("Foreningen Grønne Byer", PartyKind.ASSOCIATION),
        ("Vestby Kommune pva. Region Østland", PartyKind.MUNICIPALITY),
    ],
)
def test_the_kind_of_a_party_is_guessed_from_its_name(name, kind):
    assert party_kinds.guess(name) is kind


def test_names_lose_bullets_and_tell_short_names_and_on_whose_behalf_they_answer():
    assert party_names.bare("o Herning Bibliotek") == "Herning Bibliotek"
    assert party_names.bare(" • Odder By") == "Odder By"
    assert party_names.bare("Odder By") == "Odder By"
    assert party_names.short_name("Patientrådet (PR)") == "PR"
    assert party_names.short_name("Byrådet (formanden)") == ""
    name = "Vestby Kommune pva. Nordby, Sydby og Østby"
    assert party_names.represents(name) == ("Nordby", "Sydby", "Østby")
    assert party_names.represents("Vestby Kommune (på vegne af KKR)") == ("KKR",)
    assert understand([Row("• " + name, summary="x")]).rows[0].party == name


def test_a_list_of_parties_brings_short_names_and_kinds_and_says_who_is_missing():
    listed = "Kommuner:\nVestby Kommune (VBK)\n\nFaglige organisationer:\n• Bænkenes Venner\n"
    reading = understand([Row("vestby  kommune", summary="a) x")], parties=listed)
    assert (reading.rows[0].party_short, reading.rows[0].party_kind) == ("VBK", PartyKind.MUNICIPALITY)
    assert any("Bænkenes Venner" in remark.text for remark in reading.odd)
    assert not any("Vestby" in remark.text and "listen" in remark.text for remark in reading.odd)


def test_one_party_in_several_spellings_is_one_and_is_reported():
    rows = [
        Row(name, summary="x") for name in ("Øst-by Kommune", "Østby Kommune", "østby kommune", "Østby Kommune")
    ]
    reading = understand(rows)
    assert {row.party for row in reading.rows} == {"Østby Kommune"}
    assert any("stavet på flere måder" in remark.text for remark in reading.odd)


def test_a_dash_alone_says_that_a_cell_is_empty_and_the_person_is_told():
    reading = understand(
        [
            Row("Vestby", summary="Flere bænke.", excerpt="–", page="-"),
            Row("Østby", summary="Færre - bænke", page="—"),
        ]
    )
    assert [(row.summary, row.excerpt, row.page) for row in reading.rows] == [
        ("Flere bænke.", "", ""),
        ("Færre - bænke", "", ""),
    ]
    assert [remark.text for remark in reading.left_out] == [
        "3 celler med kun en streg er læst som tomme: Citat (1), Side (2)."
    ]
    assert understand([Row("Vestby", summary="Flere bænke.")]).left_out == ()


def test_a_silent_row_holds_nothing_else_and_no_remarks_is_the_summary():
    silent, none, told = understand(
        [
            Row("Vestby", theme="Der er ikke fremsendt høringssvar.", decision="-"),
            Row("Østby", theme="Ingen bemærkninger til planen", comment="Tak."),
            Row("Sydby", summary="a) Ingen bemærkninger"),
        ]
    ).rows
    assert silent == Row("Vestby", silent=True)
    assert (none.summary, none.theme, none.comment, none.silent) == (
        "Ingen bemærkninger til planen",
        "",
        "Tak.",
        False,
    )
    assert (told.label, told.summary) == ("a", "Ingen bemærkninger")


def test_misspelt_themes_become_the_usual_one_and_different_themes_stay():
    printed = ["Adgang og tilgængelighed"] * 4 + ["Adgang og tilgængeligheb", "Adgang  og Tilgængelighed"]
    printed += ["Delområde A"] * 4 + ["Delområde B", "Afsnit 1", "Afsnit 2", "Afsnit 2", "Økonomi", "Ergonomi"]
    rows, odd = themes.unify([Row("x", theme=theme) for theme in printed])
    assert [row.theme for row in rows[:6]] == ["Adgang og tilgængelighed"] * 6
    assert [row.theme_printed for row in rows[4:6]] == ["Adgang og tilgængeligheb", "Adgang  og Tilgængelighed"]
    assert [row.theme for row in rows[6:]] == printed[6:]
    assert len(odd) == 2 and odd[0].row == 5


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


def test_short_names_are_learnt_from_the_partys_own_rows():
    assert {row.party_short for row in understand(SOURCES).rows} == {"BEU"}
    other = [Row("Byens Ejere", summary="a) BEU bør høres."), Row("Byens Ejere", summary="b) Træer.")]
    assert [row.party_short for row in understand([*SOURCES, *other]).rows[-2:]] == ["", ""]


def test_what_is_odd_is_told_with_its_row_and_left_alone():
    rows = [
        Row("Vestby", theme="Træer", summary="a) x", decision="Imødekommes"),
        Row("Vestby", theme="Træer", summary="a) y", decision="Imødekommes"),
        Row("Vestby", theme="Træer", summary="d) z"),
        Row("Østby", theme="Ikke svaret"),
        Row("Sydby", theme="Træer", summary="a) x", decision="Helt i skoven"),
        Row("Vestby", theme="Bænke", summary="e) x", decision="Imødekommes"),
        Row("Sydby", theme="Der er ikke fremsendt høringssvar"),
    ]
    odd = [(remark.row, remark.text) for remark in understand(rows).odd]
    for row, words in [
        (2, "to gange"), (3, "»a« til »d«"), (3, "ingen håndtering"), (5, "Helt i skoven"),
        (6, "flere steder"), (6, "kun i denne række"), (7, "også bemærkninger"),
    ]:  # fmt: skip
        assert any(number == row and words in text for number, text in odd), (row, words, odd)
    read = understand(rows).rows
    assert [row.label for row in read[:3]] == ["a", "a", "d"]
    assert (read[6].silent, read[6].summary) == (False, "Der er ikke fremsendt høringssvar") and read[6].unsure


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
