"""What only says how a Word document looks, taken out before it is parsed.

Word itself writes font, size, language and marks of proofing around every few words: half of the part
and two thirds of its elements, each a call out of the parser. Here they cost one pass of a regular expression.
"""

import re
from functools import lru_cache

_LOOKS = (
    *("rFonts", "sz", "szCs", "lang", "color", "bCs", "iCs", "i", "u", "kern", "noProof", "highlight", "position"),
    *("spacing", "jc", "ind", "keepNext", "keepLines", "widowControl", "contextualSpacing", "cnfStyle", "w"),
    *("tcW", "shd", "vAlign", "hideMark", "top", "left", "bottom", "right", "start", "end"),
    *("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"),
)
_SAMPLE = 65_536
_PAYS = 0.8


def without(data: bytes, prefix: str) -> bytes:
    """The part without the empty elements of Word, written with ``prefix``, that nobody here reads.

    A part that has few of them is given back as it is.
    """
    pattern = _pattern(prefix)
    sample = data[:_SAMPLE]
    # Between the brackets of CDATA an element is text.
    if len(pattern.sub(b"", sample)) > _PAYS * len(sample) or b"<![CDATA[" in data:
        return data
    return pattern.sub(b"", data)


@lru_cache(maxsize=4)
def _pattern(prefix: str) -> re.Pattern[bytes]:
    word = re.escape(prefix)
    # No attribute in double quotes holds one itself, so that `"/>` can only be where the element ends.
    one = f'(?:{"|".join(_LOOKS)})(?:/>| [^<>]*"/>)'
    run = f"rPr>(?:<{word}{one})*+</{word}rPr>"
    around = f"(p|tc)Pr>(?:<{word}(?:{one}|{run}))*+</{word}\\1Pr>"
    return re.compile(f"<{word}(?![prt]c?[ >])(?:{one}|{run}|{around})".encode())
