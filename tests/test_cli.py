"""The command line keeps its contract: ids, reports, exit statuses, and one Danish line when it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from exports import documents
from hearing import report
from hearing.cli import main

ROOT = Path(__file__).resolve().parents[1]


def _run(*arguments) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def table(tmp_path, db, hearing_id) -> Path:
    """The named world as a working copy."""
    file = tmp_path / "tabel.json"
    documents.write(report.load(db, hearing_id), file)
    return file


def test_import_prints_the_id_and_then_the_report(tmp_path, table):
    status, out, err = _run("--db", tmp_path / "ny.db", "import", table, "--title", "Plan for Åbenlund")
    assert (status, err) == (0, "")
    first, second, *_ = out.splitlines()
    assert first == "1"
    assert second == ("Læst: rækker 6, høringsparter 5, bemærkninger 5, parter uden høringssvar 1, gentagelser 1.")
    assert _run("--db", tmp_path / "ny.db", "list")[1] == (
        "1\tPlan for Åbenlund\t5 høringsparter, 5 bemærkninger\n"
    )


def test_works_from_any_folder_with_the_database_named_in_the_environment(tmp_path, table):
    done = subprocess.run(
        [sys.executable, "-m", "hearing", "import", str(table), "--title", "Plan"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HEARING_DB": "her.db"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "her.db").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen x.json er tom."),
        (b"{", "Filen er ikke gyldig JSON (linje 1)."),
        (json.dumps({"rows": [{"party": 3}]}).encode(), "Række 1 i JSON-filen: »party« er ikke en tekst."),
    ],
)
def test_a_refused_file_is_one_danish_line_and_nothing_is_stored(tmp_path, content, sentence):
    file = tmp_path / "x.json"
    file.write_bytes(content)
    status, out, err = _run("--db", tmp_path / "ny.db", "import", file, "--title", "Plan")
    assert (status, out, err) == (1, "", sentence + "\n")
    assert _run("--db", tmp_path / "ny.db", "list")[1] == ""


def test_missing_files_titles_and_foreign_databases_are_refused_in_danish(tmp_path, table):
    (tmp_path / "fremmed.db").write_text("Dette er et brev.")
    cases = [
        (tmp_path / "ny.db", tmp_path / "findes-ikke.docx", "Plan", "findes ikke"),
        (tmp_path / "ny.db", tmp_path, "Plan", "kan ikke åbnes"),
        (tmp_path / "ny.db", table, "  ", "skal have en titel"),
        (tmp_path / "fremmed.db", table, "Plan", "er ikke en database"),
        (tmp_path / "ingen" / "ny.db", table, "Plan", "mappen findes ikke"),
    ]
    for database, file, title, part in cases:
        status, out, err = _run("--db", database, "import", file, "--title", title)
        assert (status, out) == (1, "")
        assert part in err
        assert err.count("\n") == 1
    assert (tmp_path / "fremmed.db").read_text() == "Dette er et brev."


def test_columns_are_named_by_heading_and_field(tmp_path, table):
    status, _, err = _run("--db", tmp_path / "a.db", "import", table, "--title", "P", "--columns", "Svar=nonsense")
    assert status == 2
    assert "fields are party, theme" in err
    headings = "Svar, kort=comment,Afsender=party"
    assert _run("--db", tmp_path / "a.db", "import", table, "--title", "P", "--columns", headings)[0] == 0


def test_serves_this_machine_alone(tmp_path):
    status, _, err = _run("--db", tmp_path / "a.db", "serve", "--host", "0.0.0.0")
    assert status == 1
    assert "kun køre på denne maskine" in err


def test_commands_start_without_what_only_a_document_needs():
    program = "import sys, hearing.cli; print({'openpyxl', 'docx'} & {*sys.modules})"
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert told.stdout == "set()\n"
