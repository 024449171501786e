"""What every command has in common: the database it works on, and how it refuses."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlite_utils import Database

from hearing.records import By
from hearing.store import connection, schema

BY = By("Programmet")


class DanishRefusal(click.ClickException):
    """One Danish line on stderr, exit status 1."""

    exit_code = 1

    def show(self, file=None) -> None:
        """Print the sentence alone and on one line, without click's English prefix."""
        click.echo(" ".join(self.message.split()), err=True)


@contextmanager
def refusing(*kinds: type[Exception]) -> Iterator[None]:
    """Let a refusal of these kinds end the command with its sentence."""
    try:
        yield
    except kinds as refusal:
        raise DanishRefusal(str(refusal)) from refusal


class _Commands(click.Group):
    """The commands; what stops any of them through no fault of its own is said in one sentence, too."""

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(context)
        except Exception as error:
            if connection.is_full(error):
                raise DanishRefusal(
                    "Der er ikke plads på disken. Intet er gemt; gør plads, og prøv igen."
                ) from error
            if connection.is_busy(error):
                raise DanishRefusal(
                    "Databasen er optaget af et andet arbejde. Intet er gemt; prøv igen."
                ) from error
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    "path",
    type=click.Path(path_type=Path),
    default=lambda: os.environ.get("HEARING_DB") or "hearing.db",
    help="The database file; $HEARING_DB, then ./hearing.db.",
)
@click.pass_context
def main(context: click.Context, path: Path) -> None:
    """Keep a public hearing: its responses, its points, and the table that is published.

    Example: python -m hearing --db plan.db list
    """
    context.obj = path


def open_database(path: Path) -> Database:
    """The database, brought up to the newest schema; DanishRefusal if the file is not one of ours."""
    with refusing(schema.Unopenable):
        return schema.open(path)
