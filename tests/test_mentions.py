"""A comment names other points by what they are called now, whatever was typed and whatever happened since."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearing import marks, mentions
from hearing.mentions import Directory, Name, Unclear
from hearing.records import Party

PARTIES = [
    Party(1, 1, "Praksisinformation og Udvikling", 1, short_name="PIU", other_names=("Udviklingsenheden",)),
    Party(2, 1, "Klitby Kommune (pva. Lyngå og Mosby Kommuner)", 2),
    Party(3, 1, "Råd [Vest]", 3),
    Party(4, 1, "Seniorrådet (Nord)", 4),
    Party(5, 1, "Seniorrådet (Syd)", 5),
    Party(6, 1, "Ida Bech", 6),
]
POINTS = {
    1: [(11, "a"), (12, "b"), (13, "Bemærkning g"), (14, "o"), (15, "p"), (16, "")],
    2: [(21, "a"), (22, "a"), (23, "Punkt 3"), (24, "")],
    3: [(31, "c")],
    4: [(41, "a")],
    5: [(51, "a")],
    6: [],
}
DIRECTORY = Directory(PARTIES, POINTS.__getitem__)
CALLED = mentions.called(PARTIES)
NAMES = {id: Name(party, CALLED[party], label) for party, points in POINTS.items() for id, label in points}
TYPED = {id: DIRECTORY.typed(name.party_id, id) for id, name in NAMES.items()}


def _read(typed: str) -> mentions.Current:
    return mentions.read(typed, DIRECTORY.find, lambda ids: {id: NAMES[id] for id in ids})


@pytest.mark.parametrize(
    ("typed", "text", "ids"),
    [
        ("Jf. [[PIU g]].", "Jf. PIU, bemærkning g.", [13]),
        ("[[piu, bemærkning G]]", "PIU, bemærkning g", [13]),
        ("[[PIUs kommentar g, o og p)]]", "PIU, bemærkning g, o og p", [13, 14, 15]),
        ("[[Praksisinformation og Udviklings bemærkninger a og b]]", "PIU, bemærkning a og b", [11, 12]),
        ("[[PIU a-g]]", "PIU, bemærkning a, b og g", [11, 12, 13]),
        ("[[PIU bemærkning a – b og o]]", "PIU, bemærkning a, b og o", [11, 12, 14]),
        ("[[Udviklingsenheden pkt. a]]", "PIU, bemærkning a", [11]),
        (
            "[[PIU a]], [[PIU b]] og [[råd vest c]]",
            "PIU, bemærkning a, b og Råd [Vest], bemærkning c",
            [11, 12, 31],
        ),
        ("[[Klitby Kommune a nr. 2]]", "Klitby Kommune, bemærkning a", [22]),
        ("[[Klitby Kommunes punkt 3]]", "Klitby Kommune, bemærkning Punkt 3", [23]),
        ("[[Klitby Kommune (pva. Lyngå og Mosby Kommuner) a nr. 1]]", "Klitby Kommune, bemærkning a", [21]),
        ("[[Råd Vest]]", "Råd [Vest], bemærkning c", [31]),
        ("[[PIU]]", "PIU", [16]),
        ("[[Seniorrådet (Syd)]]", "Seniorrådet (Syd), bemærkning a", [51]),
        (r"\[[PIU g]] er ikke [[ ]] eller [[PIU" "\ng]]", "[[PIU g]] er ikke [[ ]] eller [[PIU\ng]]", []),
    ],
)
def test_people_type_a_party_and_its_letters(typed, text, ids):
    found = _read(typed)
    assert (found.text, [id for _, _, id in found.mentions]) == (text, ids)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[[PIX g]]", "I [[PIX g]] er der ingen høringspart, som programmet kender. Mente du PIU?"),
        ("[[Vejforum g]]", "ingen høringspart, som programmet kender; skriv dens navn og bogstav"),
        (
            "[[PIU b-a]]",
            "PIU har ingen bemærkning b-a, som der står i [[PIU b-a]]; bogstaverne er a, b, g, o og p.",
        ),
        ("[[PIU a-x]]", "PIU har ingen bemærkning x, som der står i [[PIU a-x]]; bogstaverne er a, b, g, o og p."),
        ("[[PIU x]]", "PIU har ingen bemærkning x, som der står i [[PIU x]]; bogstaverne er a, b, g, o og p."),
        ("[[PIU a og x]]", "PIU har ingen bemærkning x"),
        ("[[Klitby Kommune a]]", "skriv [[Klitby Kommune a nr. 1]] eller [[Klitby Kommune a nr. 2]]"),
        ("[[Klitby Kommune a nr. 3]]", "Klitby Kommune har kun 2 bemærkninger a"),
        ("[[Seniorrådet a]]", "Flere høringsparter kan være ment med [[Seniorrådet a]]; skriv det fulde navn."),
        ("[[Ida Bech a]]", "Ida Bech har ingen bemærkninger, som [[Ida Bech a]] kan henvise til."),
        ("[[Råd Vest b]]", "bogstaverne er c."),
    ],
)
def test_what_is_unclear_is_refused_in_one_sentence_that_names_it(typed, said):
    with pytest.raises(Unclear) as refused:
        _read(typed)
    assert said in str(refused.value)
    assert str(refused.value).endswith((".", "?"))


def test_every_point_has_something_to_type_that_finds_it():
    assert {id: DIRECTORY.find(typed) for id, typed in TYPED.items()} == {id: [id] for id in TYPED}


def test_a_point_is_called_by_its_name_of_today():
    text, found = "Se PIU, bemærkning g og o samt Ida.", ((3, 20, 13), (24, 25, 14), (31, 34, 99))
    today = {13: Name(1, "PIUV", "b"), 14: Name(2, "Klitby", "f")}
    now = mentions.current(text, ((21, 25),), found, today)
    assert now.text == "Se PIUV, bemærkning b og Klitby, bemærkning f samt Ida."
    assert [now.text[start:end] for start, end in now.marks] == ["og Klitby, bemærkning f"]
    assert [(now.text[start:end], id) for start, end, id in now.mentions] == [
        ("PIUV, bemærkning b", 13),
        ("Klitby, bemærkning f", 14),
    ]
    assert [(now.text[start:end], party) for start, end, party in now.parties] == [("PIUV", 1), ("Klitby", 2)]


def test_letters_follow_each_other_only_while_they_are_one_partys():
    text, found = "PIU, bemærkning g, o og p", ((0, 17, 13), (19, 20, 14), (24, 25, 15))
    assert mentions.current(text, (), found, NAMES).text == text
    moved = NAMES | {14: Name(2, "Klitby", "c")}
    assert mentions.current(text, (), found, moved).text == (
        "PIU, bemærkning g, Klitby, bemærkning c og PIU, bemærkning p"
    )
    gone = {id: name for id, name in NAMES.items() if id != 13}
    assert mentions.current(text, (), found, gone).text == "PIU, bemærkning g, PIU, bemærkning o og p"


def test_marks_that_reach_into_a_mention_cover_it():
    found = _read("**Ny: [[PIU** g]] og [[**Råd** vest]]")
    assert [found.text[start:end] for start, end in found.marks] == [
        "Ny: PIU, bemærkning g",
        "Råd [Vest], bemærkning c",
    ]


def test_a_page_older_than_the_names_still_means_the_same_points():
    known = {"PIU g": (13, "PIU, bemærkning g"), "PIU o": (14, "PIU, bemærkning o")}
    typed = r"[[PIU g]], [[PIU o]], [[PIU a]] og \[[PIU g]]"
    now = r"[[PIU h]], PIU, bemærkning o, [[PIU a]] og \[[PIU g]]"
    assert mentions.renewed(typed, known, {13: "PIU h"}) == now


_PIECE = st.one_of(
    st.text(alphabet=st.sampled_from("ab[]\\* \n"), max_size=7),
    st.sampled_from(["[[a]]", "\\[[b]]", "**", ", ", " og "]),
    st.sampled_from(sorted(NAMES)),
)


@given(st.lists(_PIECE, max_size=6), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=2))
@example(["\\", 13, "]]"], [])
@example(["[[", 31, "]] [[a]]"], [(0, 4)])
def test_what_is_shown_for_editing_reads_back_the_same(pieces, ranges):
    text, found = "", []
    for piece in pieces:
        words = piece if isinstance(piece, str) else NAMES[piece].text
        found += [] if isinstance(piece, str) else [(len(text), len(text) + len(words), piece)]
        text += words
    now = mentions.current(text, marks.tidy(tuple(ranges), len(text)), tuple(found), NAMES)
    known = {typed: id for id, typed in TYPED.items()}
    typed = mentions.typed(now.text, now.marks, now.mentions, TYPED)

    def read(typed: str) -> mentions.Current:
        return mentions.read(typed, lambda what: [known[what]], lambda ids: {id: NAMES[id] for id in ids})

    again = read(typed)
    assert (again.text, again.mentions) == (now.text, now.mentions)
    assert read(mentions.typed(again.text, again.marks, again.mentions, TYPED)) == again
    for start, end in now.marks:
        assert any(a <= start and end <= b for a, b in again.marks)


def test_ranges_are_cut_and_shifted_with_their_text():
    found = ((2, 6, 1), (8, 9, 2))
    assert mentions.cut(found, 1, 8) == ((1, 5, 1),)
    assert mentions.cut(found, 4, 9) == ((4, 5, 2),)
    assert mentions.shift(found, 3) == ((5, 9, 1), (11, 12, 2))
    assert mentions.tidy(((5, 9, 1), (3, 6, 2), (7, 7, 3)), 8) == ((3, 6, 2),)


@pytest.mark.parametrize(
    ("written", "loose"),
    [("Jf. [[PIU g", True), ("Jf. PIU g]]", True), ("Jf. [[PIU\ng]]", True), ("Jf. [[PIU g].", True)]
    + [("Jf. [[PIU g]]", False), (r"Jf. \[[PIU g]]", False), ("Jf. [PIU g]", False)],
)
def test_brackets_that_are_not_closed_are_noticed(written, loose):
    assert mentions.loose(written) is loose
