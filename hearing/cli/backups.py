"""``backup`` and ``restore``."""

from pathlib import Path

import click

from hearing.casework import backups
from hearing.cli.frame import main, refusing


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(path: Path, file: Path) -> None:
    """Write a backup of the whole database, letters included, while others go on working.

    Example: python -m hearing backup friday.db
    """
    with refusing(backups.Refused):
        backups.make(path, file)
    click.echo(f"Sikkerhedskopien er skrevet: {file}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(path: Path, file: Path) -> None:
    """Put a backup in the database's place; the replaced database is kept beside it.

    Example: python -m hearing restore friday.db
    """
    with refusing(backups.Refused):
        kept = backups.restore(path, file)
    click.echo(f"Databasen er gendannet fra {file}.")
    if kept:
        click.echo(f"Den erstattede database er gemt som {kept}.")
