"""``export``."""

from pathlib import Path

import click

from hearing import report
from hearing.cli.frame import DanishRefusal, main, open_database
from hearing.records import Meaning
from hearing.store import hearings, themes


@main.command()
@click.argument("document", type=click.Choice(["handling-table"]))
@click.argument("hearing_id", metavar="HEARING", type=int)
@click.option("-o", "output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--by", "order", type=click.Choice([o.value for o in report.Order]), default="row")
@click.option("--theme", help="Only this theme.")
@click.option("--party", help="Only this party.")
@click.option("--decision", type=click.Choice([m.value for m in Meaning]), help="Only this meaning.")
@click.pass_obj
def export(path, document, hearing_id, output, order, theme, party, decision) -> None:
    """Write a document of a hearing.

    Example: python -m hearing export handling-table 1 -o table.docx
    """
    from exports import working_copy

    db = open_database(path)
    if hearings.find(db, hearing_id) is None:
        raise DanishRefusal(f"Der er ingen høring nummer {hearing_id}.")
    chosen = report.Filter(
        themes=tuple(t.id for t in themes.of(db, hearing_id) if t.name == theme),
        meanings=(Meaning(decision),) if decision else (),
    )
    working_copy.write(report.load(db, hearing_id, chosen, report.Order(order)), output)
