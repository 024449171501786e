"""The command line: parses, then the same verbs as the web."""

import os
from pathlib import Path

import click

from hearing import report
from hearing.casework import imports
from hearing.intake import reading
from hearing.intake.rows import Refused
from hearing.records import By, Meaning
from hearing.store import connection, hearings, parties, points, schema, themes

BY = By("kommandolinje")


class DanishRefusal(click.ClickException):
    """One Danish line on stderr, exit status 1."""

    exit_code = 1

    def show(self, file=None):
        """Print the sentence alone, without click's English prefix."""
        click.echo(self.message, err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=lambda: os.environ.get("HEARING_DB", "hearing.db"),
    help="The database file; $HEARING_DB, then ./hearing.db.",
)
@click.pass_context
def main(context: click.Context, path: Path) -> None:
    """Keep a public hearing: its responses, its points, and the table that is published.

    Example: python -m hearing --db plan.db list
    """
    context.obj = path


def _open(path: Path):
    db = connection.connect(path)
    schema.migrate(db)
    return db


@main.command("list")
@click.pass_obj
def list_(path: Path) -> None:
    """List the hearings: id, title, counts.

    Example: python -m hearing list
    """
    db = _open(path)
    for hearing in reversed(hearings.all(db)):
        counts = f"{len(parties.of(db, hearing.id))} høringsparter, {len(points.of(db, hearing.id))} bemærkninger"
        click.echo(f"{hearing.id}\t{hearing.title}\t{counts}")


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="The title of the new hearing.")
@click.option("--parties", "party_list", type=click.Path(path_type=Path), help="One party a line.")
@click.option("--columns", help='Which column is what: "Overskrift=field,…".')
@click.pass_obj
def import_(path: Path, file: Path, title: str, party_list: Path | None, columns: str | None) -> None:
    """Import a published handling table as a new hearing.

    Example: python -m hearing import table.docx --title "Praksisplan 2027"
    """
    try:
        data = file.read_bytes()
        read = reading.read(data, file.name)
    except OSError as error:
        raise DanishRefusal(f"Filen {file} kan ikke åbnes.") from error
    except Refused as refusal:
        raise DanishRefusal(str(refusal)) from refusal
    click.echo(imports.create(_open(path), BY, title, read))


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

    db = _open(path)
    if hearings.find(db, hearing_id) is None:
        raise DanishRefusal(f"Der er ingen høring nummer {hearing_id}.")
    chosen = report.Filter(
        themes=tuple(t.id for t in themes.of(db, hearing_id) if t.name == theme),
        meanings=(Meaning(decision),) if decision else (),
    )
    working_copy.write(report.load(db, hearing_id, chosen, report.Order(order)), output)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.pass_obj
def serve(path: Path, host: str, port: int) -> None:
    """Serve the program to a browser on this machine.

    Example: python -m hearing serve --port 8080
    """
    from waitress import serve as run

    from hearing.web import create_app

    if host not in ("127.0.0.1", "localhost", "::1"):
        raise DanishRefusal("Programmet har ingen brugerkonti og kan kun køre på denne maskine (127.0.0.1).")
    app = create_app(path)
    click.echo(f"Høringerne er på http://{host}:{port}/  (stop med Ctrl+C)")
    run(app, host=host, port=port, threads=8, ident=None)
