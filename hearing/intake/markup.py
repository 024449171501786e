"""XML from outside, read as a stream with the standard library's expat. A DOCTYPE is refused, whatever it says."""

from collections.abc import Callable
from xml.parsers import expat

from hearing.intake.rows import Refused

Attributes = dict[str, str]
_BROKEN = "En del af filen er ikke gyldig XML (linje {line}); filen er beskadiget."


class _PrologRead(Exception):
    """The first element has been reached; nothing after it can declare anything."""


def parser() -> expat.XMLParserType:
    """A parser whose names are "namespace local" and which refuses a DOCTYPE."""
    made = expat.ParserCreate(namespace_separator=" ")
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
) -> None:
    """Read a part whose namespaces do not matter: names and attributes come as local names."""
    made = parser()
    local: dict[str, str] = {}

    def short(name: str) -> str:
        return local.get(name) or local.setdefault(name, name.rpartition(" ")[2])

    made.StartElementHandler = lambda name, attributes: start(
        short(name), {short(key): value for key, value in attributes.items()}
    )
    if end is not None:
        made.EndElementHandler = lambda name: end(short(name))
    if text is not None:
        made.CharacterDataHandler = text
    run(made, data)


def check_prolog(data: bytes) -> None:
    """Refuse a part that declares a DOCTYPE, in any encoding, without reading further than its first element."""
    made = parser()
    made.StartElementHandler = _prolog_read
    try:
        for offset in range(0, len(data), 65_536):
            made.Parse(data[offset : offset + 65_536], False)
    except (_PrologRead, expat.ExpatError, ValueError, LookupError):
        # What is broken before the first element is refused by whoever needs the part.
        return


def _prolog_read(*_) -> None:
    raise _PrologRead


def _refuse_doctype(*_) -> None:
    raise Refused(
        "Filen indeholder en dokumenttypeerklæring (DOCTYPE), som kan skjule fremmed indhold, og er afvist."
    )
