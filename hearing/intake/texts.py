"""Texts of any origin, to be compared: lines of JSON, each {"id", "text", "group"}."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearing.intake.rows import Refused
from hearing.wording import clean, one_line, thousands


@dataclass(frozen=True, slots=True)
class Loose:
    """One line. ``id`` and ``group`` are the JSON they were written as; the group is None where there is none."""

    id: str
    text: str
    group: str | None = None


class _Number(str):
    """A number with a fraction or an exponent, in its own digits: 1.10 comes back as 1.10."""


def read(lines: Iterable[bytes]) -> Iterator[Loose]:
    """The texts in their order; raises Refused at the first line that is not one. Empty lines are passed over."""
    seen: dict[str, int] = {}
    for number, raw in enumerate(lines, start=1):
        line = _decoded(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, number)
        if not line.strip():
            continue
        loose = _loose(line, number)
        if (first := seen.setdefault(loose.id, number)) != number:
            shown = one_line(loose.id if len(loose.id) <= 60 else f"{loose.id[:60]}…")
            raise _refused(number, f"id {shown} står også i linje {thousands(first)}")
        yield loose


def _refused(number: int, what: str) -> Refused:
    return Refused(f"Linje {thousands(number)}: {what}.")


def _decoded(raw: bytes, number: int) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise _refused(number, "teksten er ikke UTF-8") from error


def _loose(line: str, number: int) -> Loose:
    try:
        found = json.loads(line, parse_float=_Number, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _refused(number, "linjen er ikke gyldig JSON") from error
    if not isinstance(found, dict):
        raise _refused(number, 'linjen skal være et JSON-objekt: {"id": …, "text": …, "group": …}')
    for name in ("id", "text"):
        if name not in found:
            raise _refused(number, f'feltet "{name}" mangler')
    id, text, group = found["id"], found["text"], found.get("group")
    if not isinstance(id, str | int) or isinstance(id, bool):
        raise _refused(number, '"id" skal være en tekst eller et tal')
    if not isinstance(text, str) or isinstance(text, _Number):
        raise _refused(number, '"text" skal være en tekst')
    return Loose(_written(id), clean(text), None if group is None else _written(group))


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _written(value: object) -> str:
    """The value as JSON; half a character, which UTF-8 cannot hold, stays an escape."""
    if isinstance(value, _Number):
        return str(value)
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return written if written.isascii() or not _halves(written) else json.dumps(value, sort_keys=True)


def _halves(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)
