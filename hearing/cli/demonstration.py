"""``demo``."""

from pathlib import Path

import click

from hearing.casework import demonstration
from hearing.casework.refusal import Refused
from hearing.cli.frame import BY, main, open_database, refusing


@main.command()
@click.pass_obj
def demo(path: Path) -> None:
    """Load the invented demonstration hearing into an empty database.

    Example: python -m hearing --db demonstration.db demo
    """
    with refusing(Refused):
        hearing_id = demonstration.load(open_database(path), BY)
    click.echo(hearing_id)
    click.echo("Demonstrationen er indlæst. Alt i den er opdigtet.")
