"""A full disk costs nobody a text, a document or the database."""

import json
import subprocess
import sys

import pytest

from tests.full_disk import TYPED

pytestmark = pytest.mark.slow

COMMANDS = ("export", "import", "backup", "restore")
_MOUNTED = 'mount -t tmpfs -o size=8m none "$0" && exec "$@"'


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What happens on a disk of eight megabytes that only the process itself sees."""
    folder = str(tmp_path_factory.mktemp("disk"))
    small = ["unshare", "--mount", "--map-root-user", "sh", "-c", _MOUNTED, folder]
    if subprocess.run([*small, "true"], capture_output=True).returncode:
        pytest.skip("Testen skal lave en lille disk, og det er ikke tilladt på denne maskine.")
    done = subprocess.run(
        [*small, sys.executable, "-m", "tests.full_disk", folder], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_whoever_writes_in_the_browser_is_told_and_keeps_what_was_typed(told):
    web = {name: answer for name, answer in told["full"].items() if not name.startswith(COMMANDS)}
    assert {name: status for name, (status, _) in web.items()} == dict.fromkeys(web, 507)
    for name, (_, page) in web.items():
        assert "Der er ikke plads på disken" in page, name
        assert TYPED in page or name.startswith(("fetch", "template")), name


def test_whoever_writes_from_the_command_line_is_told_in_one_sentence(told):
    commands = {name: answer for name, answer in told["full"].items() if name.startswith(COMMANDS)}
    assert len(commands) == 7
    for name, (status, sentence) in commands.items():
        assert (status, sentence.count("\n")) == (1, 1), name
        assert "ikke plads på disken" in sentence, name


def test_nothing_is_left_by_halves(told):
    assert told["left"] == []
    assert told["sound"] == "ok"
    assert told["version"] == 1


def test_everything_works_once_there_is_room(told):
    statuses = {name: status for name, (status, _) in told["again"].items()}
    assert {statuses[name] for name in ("save", "letter", "large letter", "table")} == {303}
    assert {status for name, status in statuses.items() if name.startswith(("fetch", "template"))} == {200}
    assert {status for name, status in statuses.items() if name.startswith(COMMANDS)} == {0}
    assert told["saved"]
