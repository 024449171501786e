"""Reads a file from outside in a child process with limits, so that a bomb kills only the child.

``read`` is ``intake.reading.read`` with walls around it; ``child`` is what runs inside them. What was
read travels back through a pipe as plain data.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from hearing.intake import plain
from hearing.intake.party_names import PartyList
from hearing.intake.rows import Reading, Refused
from hearing.sandbox.limits import WALL_SECONDS

COMMAND = [sys.executable, "-m", "hearing.sandbox.child"]
AT_ONCE = 2
_QUEUE_SECONDS = 20
_TICK = 0.2
_ROOT = Path(__file__).resolve().parents[2]
_TOO_LONG = (-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL)
T = TypeVar("T")
_places = threading.BoundedSemaphore(AT_ONCE)
# Those who wait hold a thread of the server each; most of its threads must be left for everybody else.
_queue = threading.BoundedSemaphore(AT_ONCE + 2)


def read(
    data: bytes,
    name: str,
    *,
    parties: str | None = None,
    columns: dict[str, str] | None = None,
    waiting: Callable[[float], None] = lambda seconds: None,
) -> Reading:
    """Read a file as ``intake.reading.read`` does, in a child process.

    ``waiting`` is called a few times a second with the seconds gone so far. Raises Refused with the reader's own
    sentence, or with one that says that the child took too long or could not go on.
    """
    request = {"name": name, "parties": parties, "columns": columns}
    return _ask(request, data, waiting, lambda message: plain.reading(message["reading"]))


def read_list(data: bytes, name: str) -> PartyList:
    """Read a list of parties as ``intake.party_list.read`` does, in a child process; refused as ``read`` is."""
    request = {"name": name, "what": "list"}
    return _ask(request, data, lambda seconds: None, lambda message: plain.party_list(message["list"]))


def read_draft(data: bytes, name: str) -> str:
    """Read the text of a plan as ``intake.draft.read`` does, in a child process; refused as ``read`` is."""
    request = {"name": name, "what": "draft"}
    return _ask(request, data, lambda seconds: None, lambda message: message["draft"])


def _ask(request: dict, data: bytes, waiting: Callable[[float], None], of: Callable[[dict], T]) -> T:
    """Send the request to a child and make ``of`` its answer what was asked for."""
    with _place():
        status, answer = _ask_child(json.dumps(request).encode() + b"\n" + data, waiting)
    return _understand(status, answer, request["name"], of)


@contextlib.contextmanager
def _place() -> Iterator[None]:
    """One of the few places for a child; Refused if there are too many before it."""
    busy = Refused("Programmet er i gang med at læse andre filer. Prøv igen om lidt.")
    if not _queue.acquire(blocking=False):
        raise busy
    try:
        if not _places.acquire(timeout=_QUEUE_SECONDS):
            raise busy
        try:
            yield
        finally:
            _places.release()
    finally:
        _queue.release()


def _ask_child(request: bytes, waiting: Callable[[float], None]) -> tuple[int, bytes]:
    """The exit status and the output of a child; whatever it started is gone afterwards."""
    # From a file, not a pipe: what a pipe has not taken when ``communicate`` times out would never be sent.
    with (
        tempfile.TemporaryFile() as sent,
        subprocess.Popen(
            COMMAND,
            stdin=_filled(sent, request),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            start_new_session=True,
        ) as child,
    ):
        try:
            answer = _listen(child, waiting)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
    return child.returncode, answer


def _filled(file: BinaryIO, content: bytes) -> BinaryIO:
    file.write(content)
    file.seek(0)
    return file


def _listen(child: subprocess.Popen, waiting: Callable[[float], None]) -> bytes:
    """What the child writes, or nothing when its time is up."""
    started = time.monotonic()
    while (gone := time.monotonic() - started) < WALL_SECONDS:
        waiting(gone)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=_TICK)[0]
    return b""


def _understand(status: int, answer: bytes, name: str, of: Callable[[dict], T]) -> T:
    if status in _TOO_LONG:
        raise Refused(f"Filen {name} tager for lang tid at læse og er afvist.")
    try:
        message = json.loads(answer)
        if "refused" in message:
            raise Refused(message["refused"])
        return of(message)
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(
            f"Filen {name} kan ikke læses: den er beskadiget eller kræver for meget hukommelse."
        ) from error
