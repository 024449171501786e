"""``list``."""

from pathlib import Path

import click

from hearing.cli.frame import main, open_database
from hearing.store import hearings, progress


@main.command("list")
@click.pass_obj
def list_(path: Path) -> None:
    """List the hearings: id, title, counts.

    Example: python -m hearing list
    """
    db = open_database(path)
    for hearing in reversed(hearings.all(db)):
        state = progress.of(db, hearing.id)
        counts = f"{state.parties} høringsparter, {state.points} bemærkninger"
        click.echo(f"{hearing.id}\t{hearing.title}\t{counts}")
