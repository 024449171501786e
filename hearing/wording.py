"""What happens to every text from outside, how texts are folded for comparing, and Danish dates and counts.

Two different things: ``clean`` keeps the text verbatim and only removes what no document can hold;
``fold`` is for searching, sorting and matching, and is never shown or stored as the text itself.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

# Word and LibreOffice cannot hold these; PDFs and web forms deliver them all the same.
_UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff]"
)
_LINE_BREAKS = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u202f\u2007]")
# Nothing to do for texts of these alone; nearly all texts are, and the full treatment costs twenty times as much.
_PLAIN = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02af–—‘’“”„•…]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')
# "(BRV)" behind a party's name, and ", pva. Østby Kommune".
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|[\s,;(]*\b(?:p\.?\s?v\.?\s?a|på vegne)\b.*", re.IGNORECASE)
_DIVIDED_WORD = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
# Letters of other scripts, and one of braille, that have no shape of their own.
_SHAPELESS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def clean(text: str) -> str:
    """The text as it is stored: NFC, one kind of line break and blank, nothing that Word cannot hold.

    Words, spelling, hyphens and stray blanks stay exactly as they are.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _SURROGATE.sub("\ufffd", text)
    text = _BLANKS.sub(" ", _LINE_BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text))


def one_line(text: str) -> str:
    """Cleaned, with every run of white space as one blank: for names, labels and phrases."""
    return " ".join(clean(text).split())


def plain_name(name: str) -> str:
    """What a party is called, on one line: without what is in brackets and on whose behalf it speaks.

    >>> plain_name("Brugerrådet (BRV), pva. Østby Kommune"), plain_name("Vestby Kommune p.v.a. fire kommuner")
    ('Brugerrådet', 'Vestby Kommune')
    """
    return _ASIDE.sub("", one_line(name)).strip(" ,")


def blank(text: str) -> bool:
    """Whether a text shows nothing: it is empty, or all of it is white space and characters without a shape.

    >>> blank(" \\u200b"), blank("a")
    (True, False)
    """
    return all(
        letter.isspace() or letter in _SHAPELESS or unicodedata.category(letter) in ("Cf", "Cc") for letter in text
    )


def joined(text: str) -> str:
    """On one line, words divided at a line end joined; capitals stay."""
    return _DIVIDED_WORD.sub("", one_line(text))


def fold(text: str) -> str:
    """For matching names and phrases: case folded, one blank, words divided at a line end joined."""
    return joined(text).casefold()


def searchable(text: str) -> str:
    """For the search index: folded, and a divided word both in its parts and joined.

    "kommunal- bestyrelsen" is found by "kommunalbestyrelsen", and "klynge- kvalitet" still by "klynge".
    """
    plain = one_line(text).casefold()
    joined = _DIVIDED_WORD.sub("", plain)
    return plain if joined == plain else f"{plain}\n{joined}"


def file_name(text: str) -> str:
    """A text as the name of a file on any system, without its ending; never empty, never a path.

    >>> file_name("Plan 2027/28: udkast")
    'Plan 2027 28 udkast'
    """
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", one_line(text)).split())
    return name[:100].strip(" .") or "fil"


def shortened(text: str, longest: int) -> str:
    """A text cut between two words, or where there is no blank inside a word, so that it is no longer than that.

    >>> shortened("Plan for by og land", 10)
    'Plan for'
    """
    text = one_line(text)
    if len(text) <= longest:
        return text
    return (text[: longest + 1].rpartition(" ")[0] or text[:longest]).rstrip(" ,;:.–-")


def danish_date(day: date | None) -> str:
    """ "3. maj 2026", and nothing for no date."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}" if day else ""


def thousands(number: int) -> str:
    """2150 -> "2.150"."""
    return f"{number:,}".replace(",", ".")


def count(number: int, one: str, many: str) -> str:
    """ "1 bemærkning", "2.150 bemærkninger"."""
    return f"{thousands(number)} {one if number == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """ "a, b og c"."""
    *first, last = words or [""]
    return f"{', '.join(first)} og {last}" if first else last


_POINT = re.compile(r"bemærkning(?:en)?\s+", re.IGNORECASE)


def letter(label: str) -> str:
    """The letter of a label as it stands behind the word "bemærkning".

    >>> letter("Bemærkning h"), letter("c")
    ('h', 'c')
    """
    return _POINT.sub("", label, count=1) if _POINT.match(label) else label


_DAY = re.compile(r"(\d{1,2})\s*[-./ ]\s*(\d{1,2}|[a-zæøå]{3,9})\.?\s*[-./ ]\s*(\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_of(text: str) -> date:
    """The date that a person typed: 31-12-2026, 1.2.2026, 31/12 2026, 3. maj 2026 or 2026-12-31.

    Raises ValueError with a Danish sentence that says what is wrong.

    >>> day_of("31/12 2026")
    datetime.date(2026, 12, 31)
    """
    typed = fold(text)
    if found := _ISO_DAY.fullmatch(typed):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY.fullmatch(typed):
        day, month, year = int(found[1]), month_number(found[2]), int(found[3])
        year += 2000 if len(found[3]) == 2 else 0
    else:
        raise ValueError("Skriv en dato, f.eks. 31-12-2026.")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"Datoen {one_line(text)} findes ikke i kalenderen.") from None


def month_number(text: str) -> int:
    """The number of a month, written in lower case as a number or a word, perhaps shortened; 0 for no month."""
    if text.isdigit():
        return int(text)
    return next((n for n, month in enumerate(_MONTHS, 1) if len(text) > 2 and month.startswith(text)), 0)
