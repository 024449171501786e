"""References to points inside a text: found, followed to the right row, and not seen where there are none."""

import pytest

from hearing.echoes import references
from hearing.echoes.meant import Row, Rows
from hearing.echoes.names import Names
from hearing.echoes.references import Kind
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes

NAMES = Names(
    [
        ("vestby", ["Vestby Kommune"]),
        ("beu", ["Brugerudvalget for Egnens Ungdom (BEU)", "BEU"]),
        ("raad", ["Ældrerådet i Region Vest"]),
        ("lo", ["Lærerforeningen Øst", "LO-Ø"]),
        ("natur", ["Natur og Ungdom i Brovst"]),
    ]
)


def _found(text: str, speaker: str | None = "raad"):
    return [(one.kind, one.party, "".join(one.letters)) for one in references.find(text, NAMES, speaker)]


@pytest.mark.parametrize(
    ("text", "kind", "party", "given"),
    [
        ("Samme kommentar som BEUs j)", Kind.SAME, "beu", "j"),
        ("Samme håndtering som ved BEU, bemærkning u)", Kind.SAME, "beu", "u"),
        ("Samme svar som til Vestby.", Kind.SAME, "vestby", ""),
        ("Se svar til Vestby Kommune, pkt. 3", Kind.SAME, "vestby", "3"),
        ("Vi tilslutter os Lærerforeningen Østs høringssvar om skolestien.", Kind.JOINS, "lo", ""),
        ("Rådet kan i det hele tilslutte sig LO-Ø's bemærkninger.", Kind.JOINS, "lo", ""),
        ("Vi bakker helhjertet op om høringssvaret fra BEU.", Kind.JOINS, "beu", ""),
        ("Ældrerådet bakker op om Vestbys forslag om lys på stien.", Kind.JOINS, "vestby", ""),
        ("Rådet støtter BEU's synspunkt.", Kind.JOINS, "beu", ""),
        ("Vi er helt enige med Vestby i, at der mangler bænke.", Kind.JOINS, "vestby", ""),
        ("Vi deler BEUs bekymring for busserne.", Kind.JOINS, "beu", ""),
        ("Som Vestby Kommune også skriver, mangler der bænke.", Kind.JOINS, "vestby", ""),
        ("Jf. BEUs bemærkning a-c", Kind.SAME, "beu", "abc"),
        ("Rådet tilslutter sig det høringssvar, som BEU har afgivet.", Kind.JOINS, "beu", ""),
        ("Vi gør Vestbys bemærkninger til vores.", Kind.JOINS, "vestby", ""),
        ("På linje med Vestby peger vi på, at der mangler bænke.", Kind.JOINS, "vestby", ""),
        ("Som anført af BEU er der brug for flere busser.", Kind.JOINS, "beu", ""),
        ("Imødekommes, jf. også håndtering af BEUs kommentar g, o, p og u", Kind.SEE_ALSO, "beu", "gopu"),
        ("Der bør, som tidligere nævnt, være lys på stien.", Kind.EARLIER, None, ""),
        ("Stien mangler lys, jf. ovenfor.", Kind.EARLIER, None, ""),
        ("Vi tilslutter os i øvrigt Natur og Ungdom i Brovsts høringssvar.", Kind.JOINS, "natur", ""),
        ("Vi kan fuldt ud støtte Vestby Kommunes høringssvar.", Kind.JOINS, "vestby", ""),
        ("Vi kan helt tilslutte os det, Vestby skriver.", Kind.JOINS, "vestby", ""),
        ("Vi tilslutter os hermed til fulde Vestbys høringssvar.", Kind.JOINS, "vestby", ""),
        ("Vi tiltræder BEU’s indsigelse.", Kind.JOINS, "beu", ""),
        ("Høringssvaret fra Vestby Kommune tiltrædes.", Kind.JOINS, "vestby", ""),
        ("Vestbys høringssvar støttes fuldt ud.", Kind.JOINS, "vestby", ""),
        ("Vestbys bemærkning b kan vi tilslutte os.", Kind.JOINS, "vestby", "b"),
        ("Vi støtter derfor varmt LO-Øs forslag.", Kind.JOINS, "lo", ""),
        ("Vi støtter den kritik, der er rejst af BEU.", Kind.JOINS, "beu", ""),
        ("Vi tilslutter os punkt 2, 4 og 5 i Vestbys høringssvar.", Kind.JOINS, "vestby", "245"),
        ("Vi tilslutter os bemærkning b fra Vestby.", Kind.JOINS, "vestby", "b"),
        ("Vi tilslutter os Vestbys bemærkninger 1-3.", Kind.JOINS, "vestby", "123"),
        ("Vi tilslutter os BEU (pkt. 4).", Kind.JOINS, "beu", "4"),
        ("Vores bemærkninger er de samme som Vestby Kommunes.", Kind.SAME, "vestby", ""),
        ("Tilsvarende bemærkning som Vestby.", Kind.SAME, "vestby", ""),
        ("Samme ønske som rejst af BEU.", Kind.SAME, "beu", ""),
        ("Vi skal henvise til Vestbys høringssvar.", Kind.SAME, "vestby", ""),
        ("Der henvises i øvrigt til Vestby Kommunes bemærkning a.", Kind.SAME, "vestby", "a"),
        ("Vi vil gerne gentage Vestbys ønske om lys.", Kind.SAME, "vestby", ""),
        ("Samme bemærkning som under pkt. b.", Kind.EARLIER, None, "b"),
        ("Som beskrevet i vores bemærkning c mangler der lys.", Kind.EARLIER, None, "c"),
        ("Vi henviser til bemærkning a og c.", Kind.EARLIER, None, "ac"),
        ("Som vi har nævnt ovenfor, mangler der lys.", Kind.EARLIER, None, ""),
        ("Det hænger sammen med lyset, jf. vores bemærkning c.", Kind.EARLIER, None, "c"),
        ("Se vores svar ovenfor.", Kind.EARLIER, None, ""),
        ("Det gælder også stien, jf. vores bemærkning ovenfor.", Kind.EARLIER, None, ""),
        ("Se også vores ovenstående forslag.", Kind.EARLIER, None, ""),
    ],
)
def test_a_reference_is_found(text, kind, party, given):
    assert _found(text) == [(kind, party, given)]


@pytest.mark.parametrize(
    "text",
    [
        "Ældrerådet bakker op om planen.",
        "Vestby Kommune støtter, at stien får lys.",
        "Vi bakker op om Vestbys plan for stier.",
        "Rådet støtter samarbejdet mellem Vestby og BEU.",
        "Rådet støtter Vestby Kommune i at ansætte flere lærere.",
        "Vi er enige i, at der mangler lys.",
        "Vi tilslutter os planens mål 4.",
        "Se Vestby Kommunes hjemmeside.",
        "Vi deler viden med Vestby.",
        "Se Vestbys anbefalinger for cykelstier fra 2018.",
        "Vi henviser til aftalen med BEU.",
        "Der mangler lys, jf. punkt 4.2 i planen.",
        "Vestby Kommune, som tidligere har haft bænke, mangler nu flere.",
        "Der mangler bænke, som tidligere nævnt i planen.",
        "Ældrerådet i Region Vest tilslutter sig Ældrerådets egne høringssvar.",
        "Samme mål og midler som i sidste plan.",
        "Vi er ikke helt enige i Vestbys bemærkning.",
        "Vi kan ikke støtte Vestbys forslag.",
        "Vestbys forslag støttes ikke.",
        "Vestbys elever støttes.",
        "Vi støtter, at Vestby får flere midler.",
        "Ligesom i Vestby bør parkering være gratis.",
        "Lægen bør kunne henvise til Vestby Kommunes tilbud.",
        "Vi giver støtte til Vestbys forslag om lys hvert år.",
    ],
)
def test_what_only_looks_like_a_reference_is_none(text):
    assert _found(text) == []


REGISTERED = Names(
    [
        ("dia", ["Diabetesforeningen Sydhav"]),
        ("sag", ["Ældre Sagen Sydhav"]),
        ("natur", ["Danmarks Naturfredningsforening"]),
        ("region", ["Region Sydhav"]),
        ("raad", ["Vestby Kommunes Ældreråd"]),
        ("nord", ["Hjerteforeningen Nord"]),
        ("syd", ["Hjerteforeningen Syd"]),
        ("fys", ["Danske Fysioterapeuter Region Sydhav"]),
        ("lev", ["Landsforeningen Godt Liv"]),
        ("uni", ["Sydhav Universitetshospital"]),
        ("sind", ["SIND Sydhav"]),
        ("pas", ["Dansk Pasningsforening, Sydhav"]),
    ]
)


def _named(text: str, speaker: str = "uni"):
    return [one.party for one in references.find(text, REGISTERED, speaker)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Vi tilslutter os Diabetesforeningens bemærkninger om fodterapi.", "dia"),
        ("Vi støtter Ældre Sagens forslag.", "sag"),
        ("Vi bakker op om Natur-\nfredningsforeningens høringssvar.", "natur"),
        ("Vi er enige med Danske Fysioterapeuter i, at der mangler hold.", "fys"),
        ("Vi støtter Godt Livs forslag om bænke.", "lev"),
        ("Vi tilslutter os SINDs høringssvar.", "sind"),
        ("Diabetesforeningens høringssvar støttes.", "dia"),
        ("Vi tilslutter os Diabetesforeningen Sydhavs bemærkninger.", "dia"),
    ],
)
def test_a_party_is_known_by_its_everyday_name(text, party):
    assert _named(text) == [party]


@pytest.mark.parametrize(
    "text",
    [
        "Vi støtter Hjerteforeningens forslag.",
        "Vi støtter Ældrerådets forslag.",
        "Vi støtter Sydhavs forslag.",
        "Vi støtter Vestby Kommunes forslag.",
        "Vi støtter Regionens forslag.",
        "Vi støtter Landsforeningens forslag.",
        "Vi støtter Diabetesforeningen Østerøs forslag.",
        "Vi støtter Diabetesforeningens Ungdomsudvalgs forslag.",
        "Vi støtter Diabetesforeningen i Østerøs forslag.",
        "Vi støtter den ældre sagens forslag.",
        "Vi støtter et godt livs bemærkninger.",
        "Vi støtter Sinds bemærkninger.",
    ],
)
def test_a_short_name_that_may_be_anybodys_is_nobodys(text):
    assert _named(text) == []


def test_who_speaks_is_no_other_by_its_everyday_name():
    assert _named("Vi er enige med Diabetesforeningen.", "dia") == []


def test_two_parties_can_be_joined_at_once():
    assert [party for _, party, _ in _found("Vi tilslutter os Vestbys og BEUs høringssvar.")] == ["vestby", "beu"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Samme bemærkning som BEU's bemærkning c og Vestby Kommunes bemærkning a.",
            [("beu", "c"), ("vestby", "a")],
        ),
        ("Vi er enige med Vestby (bemærkning a) og BEU (bemærkning b).", [("vestby", "a"), ("beu", "b")]),
        ("Vi støtter bemærkningerne fra Vestby, BEU og LO-Ø.", [("vestby", ""), ("beu", ""), ("lo", "")]),
        ("Ligesom Natur og Ungdom og BEU ønsker vi lys.", [("natur", ""), ("beu", "")]),
        ("Vi er enige i svarene fra hhv. Vestby Kommune og BEU.", [("vestby", ""), ("beu", "")]),
    ],
)
def test_all_of_several_parties_are_found_each_with_its_letters(text, meant):
    assert [(party, given) for _, party, given in _found(text)] == meant


def test_the_authority_joins_nobody_and_has_said_nothing_before():
    assert _found("Som tidligere nævnt er der afsat penge.", None) == []
    assert _found("Se svaret til BEU, bemærkning b.", None) == [(Kind.SAME, "beu", "b")]


def _row(id: int, party: str, label: str, summary: str, excerpt: str = "", **more) -> Row:
    return Row(id, label, Text(summary, excerpt, party), **more)


LIGHT = "Der skal lys på skolestien, så børnene kan cykle trygt om vinteren."
BENCHES = "Der mangler bænke på torvet til de ældre."
BUSES = "Bussen bør køre hver halve time også om aftenen."


def _held(*rows: Row) -> Rows:
    wishes = Wishes()
    held = Rows(NAMES, wishes.likeness)
    for row in rows:
        held.put(row)
        wishes.put(row.id, row.text)
    held.settle_all()
    return held


def _pairs(*rows: Row):
    return [(pair.a, pair.b) for pair in _held(*rows).pairs()]


SAID_BY_VESTBY = (
    _row(1, "vestby", "a", LIGHT),
    _row(2, "vestby", "Bemærkning b", BENCHES),
    _row(3, "vestby", "c", BUSES),
    _row(4, "lo", "a", "Skolerne skal have flere lærere."),
)


def test_a_letter_names_the_row():
    assert _pairs(*SAID_BY_VESTBY, _row(9, "raad", "a", "Samme kommentar som Vestby b)")) == [(2, 9)]


def test_without_a_letter_the_row_is_meant_that_is_most_like_what_is_said():
    said = "Vi bakker op om Vestbys høringssvar. Der skal lys på skolestien om vinteren."
    joined = _row(9, "raad", "a", "Lys", said)
    assert _pairs(*SAID_BY_VESTBY, joined) == [(1, 9)]


def test_who_joins_a_letter_as_a_whole_means_no_single_row():
    assert _pairs(*SAID_BY_VESTBY, _row(9, "raad", "a", "Rådet tilslutter sig Vestbys høringssvar.")) == []


def test_a_party_with_one_point_is_joined_in_that():
    assert _pairs(*SAID_BY_VESTBY, _row(9, "raad", "a", "Vi tilslutter os LO-Øs høringssvar.")) == [(4, 9)]


def test_what_a_party_has_said_before_is_an_earlier_row_of_its_own():
    again = _row(5, "vestby", "d", "Og bænkene på torvet mangler, som tidligere nævnt, også armlæn.")
    assert _pairs(*SAID_BY_VESTBY, again) == [(2, 5)]


def test_the_only_row_that_a_party_has_above_is_the_one_it_points_up_to():
    rows = [
        _row(1, "vestby", "a", LIGHT),
        _row(2, "lo", "a", BUSES),
        _row(3, "vestby", "b", "Se vores svar ovenfor."),
    ]
    assert _pairs(*rows) == [(1, 3)]
    assert _pairs(*rows, _row(0, "vestby", "å", BENCHES)) == []


def test_one_row_that_names_a_letter_does_not_name_the_party_a_second_time():
    echo = _row(9, "raad", "a", "Samme kommentar som Vestby c)", decision="Samme håndtering som ved Vestby")
    assert _pairs(*SAID_BY_VESTBY, echo) == [(3, 9)]


def test_the_row_above_is_meant_by_its_place():
    below = _row(9, "raad", "a", "Flere busser", comment="Samme svar som ovenfor.")
    assert _pairs(*SAID_BY_VESTBY, below) == [(4, 9)]


def test_each_of_several_parties_is_named_with_its_own_letters():
    said = "Vi bakker op om LO-Øs bemærkning a og Vestby Kommunes bemærkning c."
    assert _pairs(*SAID_BY_VESTBY, _row(9, "raad", "a", said)) == [(3, 9), (4, 9)]


def test_a_filler_between_the_words_and_the_name_is_passed_over():
    assert _pairs(*SAID_BY_VESTBY, _row(9, "raad", "a", "Vi tilslutter os i øvrigt LO-Øs høringssvar.")) == [
        (4, 9)
    ]


def test_a_row_never_means_itself():
    rows = [_row(1, "lo", "a", "Skolerne skal have flere lærere.", comment="Se svaret til LO-Ø.")]
    assert _pairs(*rows) == []


def test_a_row_that_goes_or_is_called_something_else_is_meant_no_more():
    held = _held(*SAID_BY_VESTBY, _row(9, "raad", "a", "Samme kommentar som Vestby b)"))
    held.put(_row(2, "vestby", "h", BENCHES))
    held.settle_all()
    assert held.pairs() == []
    held.put(_row(3, "vestby", "b", BUSES))
    held.settle_all()
    assert [(pair.a, pair.b) for pair in held.pairs()] == [(3, 9)]
    held.remove(3)
    assert held.pairs() == []
    held.settle_all()
    assert (held.pairs(), held.matches(Text("Samme som Vestby b)", "", "raad"), 9)) == ([], [])


@pytest.mark.parametrize("text", ["Vi deler BEUs bekymring for busserne.", "Vi er enige med Vestby."])
def test_the_authority_joins_nobody(text):
    assert _found(text) and _found(text, None) == []


def test_of_a_text_without_any_stop_each_name_is_read_with_the_words_around_it():
    text = f"{'vi skriver og skriver ' * 500} vi tilslutter os Vestbys høringssvar {'og skriver igen ' * 500}"
    [found] = references.find(text, NAMES, "raad")
    assert (found.kind, found.party) == (Kind.JOINS, "vestby")
    assert len(found.said) < 5000


def test_a_passive_is_denied_only_for_the_names_before_the_denial():
    text = "Vestbys forslag kan vi ikke følge, men BEUs bemærkning b støttes."
    assert _found(text) == [(Kind.JOINS, "beu", "b")]
