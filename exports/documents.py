"""The documents there are, and the one way to have one written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from exports import delimited, working_copy
from exports.saving import Refused, whole
from hearing.report import Report


@dataclass(frozen=True)
class Format:
    """A format that the handling table can have: what a person calls it, and what a browser is told."""

    suffix: str
    name: str
    media_type: str
    write: Callable[..., None]


# python-docx and openpyxl take longer to load than most commands take: only who asks for them waits for them.
def _write_docx(report: Report, file: BinaryIO, **choices: object) -> None:
    from exports import handling_table

    handling_table.write(report, file, **choices)


def _write_xlsx(report: Report, file: BinaryIO, **choices: object) -> None:
    from exports.spreadsheet import write_xlsx

    write_xlsx(report, file, **choices)


FORMATS = {
    form.suffix: form
    for form in (
        Format(
            ".docx",
            "Word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _write_docx,
        ),
        Format(
            ".xlsx",
            "Excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _write_xlsx,
        ),
        Format(".csv", "CSV", "text/csv; charset=utf-8", delimited.write_csv),
        Format(".json", "JSON", "application/json", working_copy.write),
    )
}
"""The formats by the end of the file's name, the one for publishing first."""


def of(path: Path) -> Format:
    """The format that the file's name asks for; raises Refused if there is none."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise Refused(
            f"Filnavnet {path.name} skal ende på {', '.join(FORMATS)}, så programmet ved, hvad der skal skrives."
        )
    return form


def write(report: Report, path: Path, *, names: bool = False, template: bytes | None = None) -> None:
    """Write the handling table to ``path`` in the format that its name asks for: whole, or not at all.

    ``names`` names private citizens too; ``template`` is the authority's own .docx, for Word only.
    Raises Refused with one Danish sentence.
    """
    form = of(path)
    if template is not None and form.suffix != ".docx":
        raise Refused("En skabelon kan kun bruges til en Word-fil (.docx).")
    with whole(path) as file:
        form.write(report, file, names=names, template=template)
