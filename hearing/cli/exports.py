"""``export``."""

import time
from pathlib import Path

import click
from sqlite_utils import Database

from exports import documents
from exports.saving import Refused
from hearing import likeness, report
from hearing.cli.frame import main, open_database, refusing
from hearing.enums import Meaning
from hearing.store import connection, pointing
from hearing.wording import count

# Seconds that the comparing of a large hearing may keep a document that is written already.
_PATIENCE = 2.0


@main.command()
@click.argument("document", type=click.Choice(["handling-table"]))
@click.argument("hearing_id", metavar="HEARING", type=int)
@click.option(
    "-o",
    "output",
    required=True,
    type=click.Path(path_type=Path),
    help=f"The file to write; its ending decides the format ({', '.join(documents.FORMATS)}).",
)
@click.option(
    "--by", "order", type=click.Choice([o.value for o in report.Order]), default="row", show_default=True
)
@click.option("--theme", help="Only this theme. Any filter leaves out the silent parties.")
@click.option("--party", help="Only this party, by its full or short name.")
@click.option("--decision", type=click.Choice([m.value for m in Meaning]), help="Only decisions of this meaning.")
@click.option("--names", is_flag=True, help="Name confirmed private citizens instead of printing Borger n.")
@click.option(
    "--template", type=click.Path(path_type=Path), help="The authority's own .docx: styles, header, footer."
)
@click.pass_obj
def export(
    path: Path,
    document: str,
    hearing_id: int,
    output: Path,
    order: str,
    theme: str | None,
    party: str | None,
    decision: str | None,
    names: bool,
    template: Path | None,
) -> None:
    """Write a document of a hearing.

    Example: python -m hearing export handling-table 1 -o table.docx --by theme
    """
    with refusing(Refused, report.Unknown):
        # The working copy is always in table order, so that its row numbers are those of the table.
        if documents.of(output).suffix == ".json":
            order = report.Order.ROW
        db = open_database(path)
        with connection.snapshot(db):
            chosen = report.choose(
                db, hearing_id, theme=theme, party=party, meaning=Meaning(decision) if decision else None
            )
            loaded = report.load(db, hearing_id, chosen, report.Order(order))
        documents.write(loaded, output, names=names, template=_template(template))
    if told := _unlike(db, hearing_id):
        click.echo(told, err=True)


def _unlike(db: Database, hearing_id: int) -> str:
    """The sentence that says what is decided in two ways or may be, and which answers lead nowhere; perhaps ""."""
    until = time.monotonic() + _PATIENCE
    while not (ready := likeness.state(db, hearing_id).ready) and time.monotonic() < until:
        time.sleep(0.02)
    found = likeness.unlike(db, hearing_id)
    unlike = len(found.groups) + len(found.pairs)
    said = [
        f"{count(unlike, 'ønske', 'ønsker')} er håndteret uens" if unlike else "",
        f"{count(found.likely, 'sandsynlig gentagelse', 'sandsynlige gentagelser')} venter på afgørelse"
        if found.likely
        else "",
        f"{count(astray, 'kommentar', 'kommentarer')} henviser i ring eller til en, der selv kun henviser videre"
        if (astray := len(pointing.astray(db, hearing_id)))
        else "",
        "" if ready else "bemærkningerne er ikke sammenlignet færdig",
    ]
    told = ", og ".join(sentence for sentence in said if sentence)
    where = "Gentagelser" if any(said[:2]) or not ready else "Eksport"
    return f"Bemærk: {told}. Se siden {where}." if told else ""


def _template(path: Path | None) -> bytes | None:
    try:
        return path and path.read_bytes()
    except OSError as error:
        raise Refused(f"Skabelonen {path} kan ikke åbnes.") from error
