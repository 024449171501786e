"""The export command: formats, orders, filters, and one Danish line for what it cannot do."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from exports import saving
from hearing import report
from hearing.casework import hearings, imports, responses
from hearing.cli import main
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import hearings as stored
from hearing.store import parties
from tests import world

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run(path, db, hearing_id):
    """Runs ``export handling-table 1`` on the named world."""

    def export(output, *options, hearing=1) -> tuple[int, str]:
        arguments = ["--db", path, "export", "handling-table", hearing, "-o", output, *options]
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.stderr

    return export


def _parties(path: Path) -> list[str]:
    return [row.cells[0].text for row in docx.Document(path).tables[0].rows[1:]]


@pytest.mark.parametrize("name", ["t.docx", "t.xlsx", "t.csv", "t.json", "T.DOCX"])
def test_the_ending_decides_the_format(run, tmp_path, name):
    assert run(tmp_path / name) == (0, "")
    assert (tmp_path / name).stat().st_size > 500


def test_an_ordinary_file_s_rights(run, tmp_path):
    run(tmp_path / "t.docx")
    (tmp_path / "almindelig").touch()
    assert (tmp_path / "t.docx").stat().st_mode == (tmp_path / "almindelig").stat().st_mode


def test_order_and_filters(run, tmp_path):
    assert run(tmp_path / "t.docx", "--by", "theme")[0] == 0
    assert _parties(tmp_path / "t.docx")[:2] == ["Søndervang Kommune", "Patientrådet (PR)"]
    assert run(tmp_path / "t.docx", "--theme", "kvalitet i FORLØBENE")[0] == 0
    assert _parties(tmp_path / "t.docx") == ["Søndervang Kommune"]
    assert run(tmp_path / "t.docx", "--decision", "no_change")[0] == 0
    assert _parties(tmp_path / "t.docx") == ["Patientrådet (PR)", "Ældresagens lokalråd"]
    assert run(tmp_path / "t.docx", "--party", "PR", "--decision", "change")[0] == 0
    assert _parties(tmp_path / "t.docx") == []


def test_the_working_copy_is_always_in_table_order(run, tmp_path):
    run(tmp_path / "a.json")
    run(tmp_path / "b.json", "--by", "theme")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_working_copy_is_the_contract_s(run, tmp_path):
    run(tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert document["hearing"] == {
        **{"title": world.TITLE, "case_number": "24/0117", "authority": None, "plan_term": "sundhedsplanen"},
        **{"period_from": None, "period_to": None},
    }
    assert document["rows"][3]["echo_of"] == {"party": "Patientrådet (PR)", "label": "a", "row": 3}
    assert document["rows"][3]["meaning"] == "no_change"
    silent = document["rows"][4]
    assert (silent["silent"], silent["marks"]) == (True, [])
    assert {value for name, value in silent.items() if name not in ("party", "silent", "marks")} == {None}


@pytest.mark.parametrize(
    ("options", "hearing", "output", "sentence"),
    [
        (["--theme", "Kvalitet"], 1, "t.docx", "intet tema med navnet »Kvalitet«"),
        (["--party", "Søndervang komune"], 1, "t.docx", "Mente du »Søndervang Kommune«?"),
        ([], 7, "t.docx", "Der er ingen høring nummer 7."),
        ([], 1, "t.pdf", "Filnavnet t.pdf skal ende på .docx, .xlsx, .csv, .json"),
        ([], 1, "ingen/t.docx", "findes ikke"),
        (["--template", "findes-ikke.docx"], 1, "t.docx", "findes-ikke.docx kan ikke åbnes"),
    ],
)
def test_what_cannot_be_done_is_one_danish_line(run, tmp_path, options, hearing, output, sentence):
    status, err = run(tmp_path / output, *options, hearing=hearing)
    assert (status, err.count("\n")) == (1, 1)
    assert sentence in err
    assert [p.name for p in tmp_path.iterdir() if p.suffix in (".docx", ".part")] == []


def test_a_removed_hearing_is_not_exported(db, hearing_id, run, tmp_path):
    hearings.remove(db, By("abc"), hearing_id, stored.find(db, hearing_id).version)
    status, err = run(tmp_path / "t.json")
    assert (status, err.count("\n")) == (1, 1)
    assert f"»{world.TITLE}« er slettet" in err
    assert not (tmp_path / "t.json").exists()


def test_a_party_whose_answer_is_logged_but_not_yet_written_in_is_not_silent(db, hearing_id, run, tmp_path):
    party = next(party for party in parties.of(db, hearing_id) if party.name == "Ærøholm Hospital")
    responses.add(db, By("abc"), party.id, responses.Facts(with_remarks=True))
    run(tmp_path / "t.json")
    row = json.loads((tmp_path / "t.json").read_text("utf-8"))["rows"][4]
    assert (row["party"], row["silent"], row["summary"]) == ("Ærøholm Hospital", False, None)
    run(tmp_path / "t.docx")
    document = docx.Document(tmp_path / "t.docx")
    assert "ikke fremsendt" not in " ".join(cell.text for cell in document.tables[0].rows[5].cells)
    assert document.paragraphs[-1].text == "I alt 5 bemærkninger fra 4 høringsparter."


def test_what_stood_there_stays_when_the_new_one_cannot_be_written(path, db, hearing_id, run, tmp_path):
    run(tmp_path / "t.xlsx")
    before = (tmp_path / "t.xlsx").read_bytes()
    imports.create(db, By("abc"), "Lang", Reading((Row(party="Ø", summary="x" * 40_000),)))
    assert run(tmp_path / "t.xlsx", hearing=2)[0] == 1
    assert (tmp_path / "t.xlsx").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root må skrive overalt")
def test_a_folder_without_the_right_to_write(run, tmp_path):
    (tmp_path / "låst").mkdir(mode=0o500)
    assert "ikke lov" in run(tmp_path / "låst" / "t.docx")[1]


@pytest.mark.parametrize("nameless", [True, False])
def test_a_file_is_replaced_whole_whether_or_not_the_system_has_files_without_a_name(
    monkeypatch, tmp_path, nameless
):
    if not nameless:
        monkeypatch.setattr(saving, "_NAMELESS", 0)
    for text in (b"en", b"to"):
        with saving.whole(tmp_path / "t.csv") as file:
            file.write(text)
    with pytest.raises(ZeroDivisionError), saving.whole(tmp_path / "t.csv") as file:
        file.write(b"tre")
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]
    assert (tmp_path / "t.csv").read_bytes() == b"to"


@pytest.mark.skipif(not saving._NAMELESS, reason="systemet har ikke filer uden navn")
def test_killed_while_it_writes_it_leaves_nothing_at_all(tmp_path):
    script = (
        "import os, pathlib, sys\nfrom exports.saving import whole\n"
        "with whole(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'x' * 100_000)\n    file.flush()\n    os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path / "t.docx")], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_killed_at_any_moment_it_leaves_a_whole_file_or_none(path, db, tmp_path):
    rows = tuple(Row(party=f"Part {n % 9}", label="a", summary=f"Ønske {n} " * 30) for n in range(3000))
    id = imports.create(db, By("abc"), "Stor", Reading(rows))
    command = [
        sys.executable,
        "-m",
        "hearing",
        "--db",
        path,
        "export",
        "handling-table",
        id,
        "-o",
        tmp_path / "t.docx",
    ]
    for moment in range(12):
        started = subprocess.Popen([str(word) for word in command], cwd=ROOT, env=os.environ)
        time.sleep(0.25 + moment * 0.06)
        started.send_signal(signal.SIGKILL)
        started.wait()
        if (tmp_path / "t.docx").exists():
            with zipfile.ZipFile(tmp_path / "t.docx") as package:
                assert package.testzip() is None
            (tmp_path / "t.docx").unlink()
    assert len(list(report.load(db, id).lines)) == 3000


def test_a_pipe_is_given_the_document_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "table.json"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with saving.whole(pipe) as file:
        file.write(b"whole")
    reader.join(timeout=30)
    assert read == [b"whole"]
    assert pipe.is_fifo()


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path):
    (tmp_path / "there").mkdir()
    link, file = tmp_path / "table.json", tmp_path / "there" / "table.json"
    file.write_bytes(b"before")
    link.symlink_to(file)
    with saving.whole(link) as written:
        written.write(b"after")
    assert link.is_symlink()
    assert file.read_bytes() == b"after"
