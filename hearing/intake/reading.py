"""The one way in: a file's bytes and name -> a Reading."""

from hearing.intake import working_copy
from hearing.intake.rows import Reading, Refused


def read(data: bytes, name: str, *, parties: str | None = None, columns: dict[str, str] | None = None) -> Reading:
    """Read a handling table in any of the formats; the bytes decide which, the name only helps.

    ``parties`` is the text of a list of parties (one a line, short name in brackets, a line that ends in a colon
    is a kind). ``columns`` maps headings as printed to fields and overrides what the contents say.
    Raises Refused with one Danish sentence.
    """
    if not data.strip():
        raise Refused(f"Filen {name} er tom.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return working_copy.read(data)
    raise Refused(f"Filen {name} er ikke af en slags, som programmet kan læse.")
