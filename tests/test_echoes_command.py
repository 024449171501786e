"""``echoes HEARING``: what is alike and what names what, by the rows of the exported table."""

import json
import threading

import pytest
from click.testing import CliRunner

from hearing import cli, likeness, report
from hearing.casework import imports, verdicts
from hearing.casework import points as casework
from hearing.intake import reading
from hearing.intake.rows import Row
from hearing.intake.understand import understand
from hearing.likeness import alike
from hearing.store import echoes, points
from tests import seed_echoes
from tests.conftest import ME

LIGHT = "Skolestien fra Åvej til hallen skal have lys, så børnene kan cykle trygt hjem om vinteren."
ROWS = (
    Row("Vestby Kommune", label="a", summary="Lys på skolestien", excerpt=LIGHT),
    Row("Vestby Kommune", label="b", summary="Der mangler bænke på torvet ved biblioteket."),
    Row("Ældrerådet", silent=True),
    Row("Borgerforeningen", label="a", summary="Belysning", excerpt=f"Vi mener: {LIGHT} Tak."),
    Row("Borgerforeningen", label="b", summary="Samme kommentar som Vestby Kommune b)"),
    Row("Handelsstanden", label="a", summary="Sæt belysning op langs børnenes cykelstier til skolerne."),
    Row("Handelsstanden", label="b", summary="Flere parkeringspladser bag rådhuset."),
    Row("Idrætsrådet", label="a", summary="Svømmehallens åbningstider bør udvides i weekenden."),
)


def _run(path, *arguments: str):
    return CliRunner().invoke(cli.main, ["--db", str(path), "echoes", *map(str, arguments)])


def _listed(path, *arguments: str) -> list[tuple]:
    run = _run(path, *arguments)
    assert run.exit_code == 0, run.output
    return [tuple(pair.values()) for pair in json.loads(run.stdout)]


@pytest.fixture
def hearing(db) -> int:
    return imports.create(db, ME, "Trafikplan", understand(ROWS))


def test_the_pairs_stand_by_their_rows_in_the_table(hearing, path):
    reference, text = _listed(path, hearing)
    assert reference == (2, 5, 100, "reference", False)
    assert (text[:2], text[3:]) == ((1, 4), ("text", False)) and text[2] >= 60


def test_hints_of_the_same_wish_are_weaker_and_repeat_no_echo(hearing, path):
    hints = _listed(path, hearing, "--wishes")
    assert {(1, 6), (4, 6)} & {hint[:2] for hint in hints}
    assert all(hint[2] < 60 and hint[3] == "same_wish" for hint in hints)
    assert not {(1, 4), (2, 5)} & {hint[:2] for hint in hints}


def test_the_list_can_be_written_to_a_file(hearing, path, tmp_path):
    file = tmp_path / "echoes.json"
    assert _run(path, hearing, "-o", file).stdout == ""
    assert [tuple(pair.values()) for pair in json.loads(file.read_text())] == _listed(path, hearing)


def test_what_a_person_has_rejected_is_listed_no_more(hearing, path, db):
    ids = points.ids(db, hearing)
    verdicts.reject(db, ME, ids[0], ids[2])
    assert [pair[:2] for pair in _listed(path, hearing)] == [(2, 5)]
    assert (1, 4) not in {hint[:2] for hint in _listed(path, hearing, "--wishes")}


def test_a_hearing_without_echoes_has_an_empty_list(path, db):
    assert _listed(path, imports.create(db, ME, "Stier", understand(ROWS[:1]))) == []


def test_a_hearing_that_is_not_there_is_refused_in_danish(path, db):
    run = _run(path, 77)
    assert (run.exit_code, run.stdout, run.stderr) == (1, "", "Der er ingen høring nummer 77.\n")


@pytest.mark.parametrize("arguments", [(), ("1", "--texts", "x"), ("--texts", "x", "--wishes")])
def test_a_hearing_or_a_file_must_be_named(path, db, arguments):
    assert _run(path, *arguments).exit_code == 2


@pytest.mark.seeds
@pytest.mark.slow
def test_the_echoes_of_the_real_table_are_those_a_person_sees_and_the_page_suggests(seed_table, path, db):
    hearing = imports.create(db, ME, "Tabellen", reading.read(seed_table.read_bytes(), seed_table.name))
    listed = {pair[:2]: pair[2:] for pair in _listed(path, hearing)}
    labels = seed_echoes.load()
    named = {(min(pair), max(pair)) for pair in labels.references}
    assert {pair for pair, (_, reason, _) in listed.items() if reason == "reference"} == named
    assert labels.textual - set(listed) == set()
    assert len(set(listed) - labels.textual - named) <= 10
    number = {line.point.id: line.number for line in report.load(db, hearing).lines if line.point}
    linked = {tuple(sorted((number[id], number[of]))) for id, of in echoes.links(db, hearing).items()}
    while not likeness.state(db, hearing).ready:
        threading.Event().wait(0.05)
    suggested = {
        tuple(sorted((number[pair.a], number[pair.b]))): (pair.score, pair.reason.value, pair.same_party)
        for pair in likeness.suggestions(db, hearing)
    }
    assert suggested == {pair: found for pair, found in listed.items() if pair not in linked}
    assert suggested.keys() >= named - linked


def test_nobody_is_kept_from_saving_while_it_compares(hearing, path, db, monkeypatch):
    compare, saved = alike.Alike.compare, []

    def with_a_colleague(self, id):
        point = points.find(db, id)
        saved.append(casework.change(db, ME, id, point.version, page="7"))
        compare(self, id)

    monkeypatch.setattr(alike.Alike, "compare", with_a_colleague)
    assert [pair[:2] for pair in _listed(path, hearing)] == [(2, 5), (1, 4)]
    assert len(saved) == 7
