"""Files from outside are read behind walls: whatever happens to the child, the caller gets a Danish sentence."""

import json
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from hearing import sandbox
from hearing.enums import PartyKind
from hearing.intake import plain
from hearing.intake.rows import Column, Refused, Remark
from tests import world

TABLE = json.dumps({"rows": [{"party": "Østerbæk Kommune", "summary": "Æblehaven bør nævnes."}]}).encode()


def _child(monkeypatch, script: str) -> None:
    """Let the child do ``script`` behind the same walls, in place of reading."""
    walls = "from hearing.sandbox import child; child.build_walls()\n"
    monkeypatch.setattr(sandbox, "COMMAND", [sys.executable, "-c", walls + script])


def test_a_reading_comes_back_as_the_reader_made_it():
    whole = replace(
        world.READING,
        rows=(*world.ROWS, replace(world.ROWS[0], party_kind=PartyKind.MUNICIPALITY, unsure="Er det et tema?")),
        columns=(Column("Afsender", "party", ("Søndervang Kommune",)),),
        left_out=(Remark("Sidehoved"),),
        odd=(Remark("Bogstavet mangler.", 3),),
    )
    assert plain.reading(json.loads(json.dumps(plain.data(whole)))) == whole
    assert sandbox.read(TABLE, "tabel.json").rows[0].party == "Østerbæk Kommune"


def test_a_large_file_reaches_a_child_that_is_slow_to_start(monkeypatch):
    slowly = "import time; time.sleep(0.6); from hearing.sandbox.child import main; main()"
    monkeypatch.setattr(sandbox, "COMMAND", [sys.executable, "-c", slowly])
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 10)
    assert sandbox.read(TABLE + b" " * 1_000_000, "tabel.json").rows[0].party == "Østerbæk Kommune"


def test_the_readers_own_sentence_travels():
    with pytest.raises(Refused, match="^Filen tom.docx er tom.$"):
        sandbox.read(b"", "tom.docx")


@pytest.mark.parametrize(
    "script",
    [
        "x = bytearray(2 << 30)",
        "import os; os.abort()",
        "print('not an answer')",
        "open('tests/written.txt', 'w').write('x')",
        "import sys; sys.exit(3)",
    ],
    ids=["memory", "crash", "garbage", "writing", "silence"],
)
def test_a_child_that_dies_is_a_refusal(monkeypatch, script):
    _child(monkeypatch, script)
    with pytest.raises(Refused, match="Filen bombe.pdf kan ikke læses"):
        sandbox.read(b"x", "bombe.pdf")
    assert not Path("tests/written.txt").exists() or not Path("tests/written.txt").read_bytes()
    Path("tests/written.txt").unlink(missing_ok=True)


def test_a_child_that_never_ends_is_killed_with_its_children(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 1)
    note = tmp_path / "pid"
    _child(
        monkeypatch,
        "import os, subprocess, sys\n"
        "grandchild = subprocess.Popen(['sleep', '600'])\n"
        f"os.mkdir({str(note)!r} + str(grandchild.pid))\n"
        "while True: pass",
    )
    seen = []
    with pytest.raises(Refused, match="for lang tid"):
        sandbox.read(b"x", "evig.pdf", waiting=seen.append)
    assert len(seen) > 2
    grandchild = next(tmp_path.iterdir()).name.removeprefix("pid")
    state = Path(f"/proc/{grandchild}/stat")
    for _ in range(100):
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.05)  # the kernel takes a moment to end a killed process on a busy machine
    pytest.fail("the grandchild is still there")


def test_the_child_is_killed_by_its_own_clock_when_nobody_watches(monkeypatch):
    _child(monkeypatch, "import signal; signal.alarm(1)\nwhile True: pass")
    with pytest.raises(Refused, match="for lang tid"):
        sandbox.read(b"x", "evig.pdf")


def test_only_a_few_files_are_read_at_once(monkeypatch):
    monkeypatch.setattr(sandbox, "_QUEUE_SECONDS", 0.1)
    _child(monkeypatch, "import time; time.sleep(3)")
    busy = [threading.Thread(target=_ignore_refusal) for _ in range(sandbox.AT_ONCE)]
    for thread in busy:
        thread.start()
    while sandbox._places.acquire(blocking=False):
        sandbox._places.release()
    with pytest.raises(Refused, match="Prøv igen om lidt"):
        sandbox.read(b"x", "en-for-mange.pdf")
    for thread in busy:
        thread.join()


def test_most_of_the_servers_threads_stay_free(monkeypatch):
    _child(monkeypatch, "import time; time.sleep(2)")
    busy = [threading.Thread(target=_ignore_refusal) for _ in range(sandbox.AT_ONCE + 2)]
    for thread in busy:
        thread.start()
    while sandbox._queue.acquire(blocking=False):
        sandbox._queue.release()
    with pytest.raises(Refused, match="Prøv igen om lidt"):
        sandbox.read(b"x", "en-for-mange.pdf")
    for thread in busy:
        thread.join()


def _ignore_refusal() -> None:
    with pytest.raises(Refused):
        sandbox.read(b"x", "langsom.pdf")
