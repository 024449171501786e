"""Search finds what a person means and never breaks on what a person types."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearing.casework import imports
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, points, schema, table
from hearing.wording import searchable


@pytest.fixture
def found(db, hearing_id):
    """Search the named world; the beginnings of the summaries found."""

    def found(words: str) -> list[str]:
        ids = {row[0] for row in table.outline(db, hearing_id, words)}
        return [point.summary.split()[0] for point in points.of(db, hearing_id) if point.id in ids]

    return found


def test_finds_a_word_divided_at_a_line_end(found):
    assert found("kommunalbestyrelsen") == ["Foreslår"]
    assert found("kommunal- bestyrelsen") == ["Foreslår"]
    assert found("bestyrelsens") == ["Foreslår"]


def test_finds_every_word_wherever_it_stands_in_the_row(found):
    assert found("torsdag foråret") == ["Søndervang"]
    assert found("torsdag bænk") == []


def test_knows_danish_letters_and_their_capitals(found):
    assert found("BÆNK") == ["Foreslår"]
    assert found("bank") == []
    assert found("åbningstid") == ["Søndervang"]
    assert found("a\u030abningstid") == ["Søndervang"]


def test_words_in_quotes_stand_as_they_are(found):
    assert found('"længere åbningstid"') == ["Søndervang"]
    assert found('"åbningstid længere"') == []


def test_finds_what_a_party_wrote_by_its_name_and_its_short_name(found):
    assert found("Patientrådet") == ["Rådet"]
    assert found("PR ventetiden") == ["Rådet"]
    assert found("søndervang") == ["Søndervang", "Søndervang"]
    assert found("søndervang torsdagen") == ["Søndervang"]
    assert found("vang") == []


def test_one_or_the_other_is_found_between_or(found):
    assert found("torsdagen OR bænk") == found("torsdagen ELLER bænk") == ["Søndervang", "Foreslår"]
    assert found("torsdagen AND foråret") == ["Søndervang"]
    assert found("Patientrådet OR bænk") == ["Rådet", "Foreslår"]
    assert found("bænk OR") == ["Foreslår"]


def test_nothing_typed_finds_everything_and_no_word_finds_nothing(found):
    assert len(found("  ")) == 5
    assert found('"*(') == []


HOSTILE = [
    *[
        '"',
        "*",
        "AND",
        "a AND",
        "NOT",
        "(",
        ")",
        "stk. 2",
        "NEAR(a b)",
        "summary:x",
        "a*b",
        "^a",
        "-x",
        "{a}",
        "'",
    ],
    *["\0", "\ud800", "ord " * 2000, "§ 5, stk. 2", "a:b", "+", "\\", "24/0117", "%", "æ" * 5000, "\ufffe", ";"],
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_never_raises_on_what_a_person_types(found, typed):
    found(typed)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """A database with one row, for questions without end."""
    db = connection.connect(tmp_path_factory.mktemp("search") / "hearing.db")
    schema.migrate(db)
    imports.create(db, By("abc"), "Plan", Reading(rows=(Row(party="Rådet", summary="Længere åbningstid"),)))
    yield db
    db.conn.close()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_never_raises_on_any_text(index, typed):
    table.outline(index, 1, typed)


def test_the_index_follows_a_thousand_edits(db, hearing_id):
    chance = random.Random(7)
    words = ["bænk", "åbningstid", "læge-", "hus", "kvalitet", "måling", "telefon", "indgang", "ventetid", "råd"]
    ids = [point.id for point in points.of(db, hearing_id)]
    for _ in range(1000):
        text = " ".join(chance.choices(words, k=4))
        column = chance.choice(["summary", "comment", "excerpt"])
        db.execute(f"update point set {column} = ? where id = ?", [text, chance.choice(ids)])  # noqa: S608
    db.execute("insert into point_search(point_search) values ('integrity-check')")
    for word in words:
        plain = {point.id for point in points.of(db, hearing_id) if word.rstrip("-") in _words(point)}
        assert plain <= {row[0] for row in table.outline(db, hearing_id, word.rstrip("-"))}


def _words(point) -> list[str]:
    return searchable(f"{point.summary}\n{point.comment}\n{point.excerpt}").replace("-", " ").split()
