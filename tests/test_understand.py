"""What is understood of a row on the way in: labels, answers, decisions, pages, references, themes, parties."""

import pytest

from hearing.enums import Meaning, PartyKind
from hearing.intake import decisions, labels, pages, party_names, plan_term, silence, themes
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
        ("vejledningen om genoptræning", "den aktuelle vejledning om genoptræning"),
        ("udkastet", "det aktuelle udkast"),
        ("rammen", "den aktuelle ramme"),
        ("programmet for natur", "det aktuelle program for natur"),
        ("retningslinjerne", "de aktuelle retningslinjer"),
        ("den regionale plan", "den aktuelle regionale plan"),
        ("Sundhedsaftale 2027", "Sundhedsaftale 2027"),
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
