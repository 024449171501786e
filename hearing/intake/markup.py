"""XML from outside, read as a stream with the standard library's expat. A DOCTYPE is refused, whatever it says."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from hearing.intake.rows import Refused

Attributes = dict[str, str]
_CHUNK = 4096
_BROKEN = "En del af filen er ikke gyldig XML (linje {line}); filen er beskadiget."


class _Names(dict[str, str]):
    """Full names -> local names; "" for those that nobody asked for."""

    def __init__(self, only: frozenset[str] | None):
        super().__init__()
        self._only = only

    def __missing__(self, name: str) -> str:
        local = name.rpartition(" ")[2]
        self[name] = local if self._only is None or local in self._only else ""
        return self[name]


class _PrologRead(Exception):
    """The first element has been reached; nothing after it can declare anything."""


def parser(separator: str | None = " ") -> expat.XMLParserType:
    """A parser whose names are "namespace local", or as written without ``separator``; it refuses a DOCTYPE."""
    made = expat.ParserCreate(namespace_separator=separator)
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_doctype
    return made


def run(made: expat.XMLParserType, data: bytes) -> None:
    """Feed a whole part to a parser; Refused if it is not well-formed."""
    try:
        made.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(_BROKEN.format(line=made.ErrorLineNumber)) from error


def walk(
    data: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    only: frozenset[str] | None = None,
) -> None:
    """Read a part whose namespaces do not matter: names and attributes come as local names.

    ``start`` and ``end`` are called for the elements in ``only``, or for all.
    """
    made = parser()
    names = _Names(only)

    def started(name: str, attributes: Attributes) -> None:
        local = names[name]
        if local:
            start(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def ended(name: str) -> None:
        local = names[name]
        if local:
            end(local)

    made.StartElementHandler = started
    if end is not None:
        made.EndElementHandler = ended
    if text is not None:
        made.CharacterDataHandler = text
    run(made, data)


def check_prolog(part: IO[bytes]) -> None:
    """Refuse a part that declares a DOCTYPE, in any encoding, without reading further than its first element."""
    made = parser()
    made.StartElementHandler = _prolog_read
    try:
        while chunk := part.read(_CHUNK):
            made.Parse(chunk, False)
    except (_PrologRead, expat.ExpatError, ValueError, LookupError):
        # What is broken before the first element is refused by whoever needs the part.
        return


def _prolog_read(*_) -> None:
    raise _PrologRead


def _refuse_doctype(*_) -> None:
    raise Refused(
        "Filen indeholder en dokumenttypeerklæring (DOCTYPE), som kan skjule fremmed indhold, og er afvist."
    )
