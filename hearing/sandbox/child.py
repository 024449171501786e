"""What runs inside the walls: ``python -m hearing.sandbox.child``, a request on stdin, an answer on stdout.

The request is one line of JSON (name, and parties and columns, or what else it is: a list of parties, a plan) and
then the file's bytes. The answer is JSON too: the reading, the list or the plan's text, or the sentence with which
it was refused.
"""

import json
import resource
import signal
import sys

from hearing.sandbox.limits import ADDRESS_SPACE, CPU_SECONDS, WALL_SECONDS


def build_walls() -> None:
    """Limits that hold even when nobody watches any more, because the server was killed."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.alarm(WALL_SECONDS + 2)


def _answer(request: dict, data: bytes) -> dict:
    # Imported inside the walls, so that the libraries' own memory counts too.
    from hearing.intake import draft, party_list, plain, reading
    from hearing.intake.rows import Refused

    name, what = request.pop("name"), request.pop("what", "reading")
    try:
        if what == "list":
            return {"list": plain.data(party_list.read(data, name))}
        if what == "draft":
            return {"draft": draft.read(data, name)}
        return {"reading": plain.data(reading.read(data, name, **request))}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except (MemoryError, RecursionError):
        return {"refused": f"Filen {name} er pakket eller indlejret sådan, at den ikke kan læses. Den er afvist."}


def main() -> None:
    """Read one request, write one answer. Any other error ends the process; the parent knows what to say."""
    build_walls()
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    answer = _answer(json.loads(head), data)
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
