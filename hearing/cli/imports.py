"""``import``."""

import sys
from pathlib import Path

import click

from hearing import sandbox
from hearing.casework import imports
from hearing.cli.frame import BY, DanishRefusal, main, open_database, refusing
from hearing.intake import account
from hearing.intake import party_list as intake
from hearing.intake.rows import FIELDS, Reading, Refused, Remark
from hearing.wording import blank, one_line

MEGABYTES = 50


class Columns(click.ParamType):
    """ "Overskrift=field,…": a heading may itself hold commas and equals signs."""

    name = "columns"

    def convert(self, value, param, context) -> dict[str, str]:
        """The headings and their fields."""
        found: dict[str, str] = {}
        heading = ""
        for piece in value.split(","):
            heading += piece
            name, equals, word = heading.rpartition("=")
            if equals and word.strip() in FIELDS:
                found[name.strip()] = word.strip()
                heading = ""
            else:
                heading += ","
        if heading.strip(", ") or not found:
            self.fail(f'write "Overskrift=field,…"; the fields are {", ".join(FIELDS)}', param, context)
        return found


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="The title of the new hearing.")
@click.option(
    "--parties",
    "party_list",
    type=click.Path(path_type=Path),
    help="A list of parties: one a line, short name in brackets; a line ending in a colon is a kind.",
)
@click.option("--columns", type=Columns(), help='Which column is what: "Overskrift=field,…".')
@click.pass_obj
def import_(path: Path, file: Path, title: str, party_list: Path | None, columns: dict | None) -> None:
    """Import a published handling table (.docx .xlsx .csv .pdf .txt .json) as a new hearing.

    Prints the new hearing's id, alone on a line, and then the report. The fields of --columns are party, theme,
    label, summary, decision, comment, excerpt, page, status, responsible, note and ignore.

    \b
    Example: python -m hearing import table.docx --title "Praksisplan 2027"
    Example: python -m hearing import table.xlsx --title "Plan" --columns "Afsender=party,Svar=comment"
    """
    title = one_line(title)
    if blank(title):
        raise DanishRefusal("Høringen skal have en titel (--title).")
    data = _bytes(file)
    with refusing(Refused):
        names = intake.text(_bytes(party_list), party_list.name) if party_list else None
    db = open_database(path)
    show = _progress(file.name)
    try:
        with refusing(Refused):
            read = sandbox.read(data, file.name, parties=names, columns=columns, waiting=show)
    finally:
        show(0)
    click.echo(imports.create(db, BY, title, read))
    _tell(read)


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MEGABYTES * 1024 * 1024:
            raise DanishRefusal(f"Filen {file.name} er større end {MEGABYTES} MB og er afvist.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise DanishRefusal(f"Filen {file} findes ikke.") from error
    except OSError as error:
        raise DanishRefusal(f"Filen {file} kan ikke åbnes.") from error


def _progress(name: str):
    """On a terminal, one line that counts the seconds and goes away again."""

    def show(seconds: float) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r\033[KLæser {name} … {seconds:.0f} s" if seconds else "\r\033[K", nl=False, err=True)

    return show


def _tell(read: Reading) -> None:
    """The report: counts, doubts, what was left out, and what looked odd."""
    figures = account.of(read)
    click.echo(
        f"Læst: rækker {figures.rows}, høringsparter {figures.parties}, bemærkninger {figures.points}, "
        f"parter uden høringssvar {figures.silent}, gentagelser {figures.echoes}."
    )
    for column in read.columns:
        click.echo(f"Kolonnen »{column.heading}« er læst som {FIELDS[column.field]} ({column.field}).")
    if figures.unsure:
        click.echo(f"Læst med tvivl og mærket ({len(figures.unsure)}):")
        for number in figures.unsure:
            click.echo(f"  række {number}: {read.rows[number - 1].unsure}")
    _list("Udeladt", read.left_out)
    _list("Ser sært ud", read.odd)


def _list(heading: str, remarks: tuple[Remark, ...]) -> None:
    if remarks:
        click.echo(f"{heading} ({len(remarks)}):")
    for remark in remarks:
        click.echo(f"  {f'række {remark.row}: ' if remark.row else ''}{one_line(remark.text)}")
