"""What stands above a handling table in every format: which hearing, which case, when, and what was chosen."""

from datetime import date

from exports.masking import Masking
from exports.paper import Properties
from exports.rows import printable
from hearing.report import Order, Report
from hearing.wording import count, danish_date

SUBTITLE = "Håndtering af høringssvar"
_ORDERS = {Order.PARTY: "høringspart for høringspart", Order.THEME: "tema for tema"}


def properties(report: Report, masking: Masking) -> Properties:
    """The title and author of the file."""
    hearing = report.hearing
    authority = printable(hearing.authority or hearing.committee)
    return Properties(
        title=masking.text(printable(hearing.title)),
        author=authority or "Høringens sekretariat",
        authority=authority,
        case_number=f"Sagsnummer {printable(hearing.case_number)}" if hearing.case_number else "",
        subject=SUBTITLE,
    )


def facts(report: Report, masking: Masking) -> list[tuple[str, str]]:
    """Name and value of what the title block says; what is not known is not mentioned."""
    hearing = report.hearing
    entries = [
        ("Myndighed", hearing.authority),
        ("Dokument i høring", hearing.document),
        ("Sagsnummer", hearing.case_number),
        ("Høringsperiode", _period(hearing.period_from, hearing.period_to)),
        ("Dato", danish_date(date.today())),
        ("Afgrænsning", masking.text(_filter(report))),
        ("Rækkefølge", _ORDERS.get(report.order, "")),
    ]
    return [(name, printable(value)) for name, value in entries if value]


def _filter(report: Report) -> str:
    if not report.filter:
        return ""
    return report.filter.words or "de valgte bemærkninger"


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{danish_date(first)} til {danish_date(last)}"
    if last:
        return f"til {danish_date(last)}"
    return f"fra {danish_date(first)}" if first else ""


def total(points: int, parties: int, silent: int, content: int = 0) -> str:
    """The sentences below the table that say how much stands in it; ``content`` are parties without remarks."""

    def of(number: int) -> str:
        return count(number, "høringspart", "høringsparter")

    said = [f"I alt {count(points, 'bemærkning', 'bemærkninger')} fra {of(parties)}."]
    said += [f"{of(content)} har svaret uden bemærkninger."] if content else []
    said += [f"{of(silent)} har ikke fremsendt høringssvar."] if silent else []
    return " ".join(said)
