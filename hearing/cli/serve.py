"""``serve``."""

from pathlib import Path

import click

from hearing.cli.frame import DanishRefusal, main, open_database
from hearing.store import drive

LOOPBACK = ("127.0.0.1", "localhost")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine alone.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.pass_obj
def serve(path: Path, host: str, port: int) -> None:
    """Serve the program to a browser on this machine.

    Example: python -m hearing serve --port 8080
    """
    from waitress import create_server

    from hearing.web import LARGEST_FORM, create_app

    if host not in LOOPBACK:
        raise DanishRefusal("Programmet har ingen brugerkonti og kan kun køre på denne maskine (127.0.0.1).")
    open_database(path).conn.close()
    try:
        # A form is kept in memory, so that it can be answered on a full disk, too.
        server = create_server(
            create_app(path), host=host, port=port, threads=8, ident=None, inbuf_overflow=LARGEST_FORM
        )
    except OSError as error:
        raise DanishRefusal(f"Port {port} er optaget af et andet program. Vælg en anden med --port.") from error
    if not drive.is_trusted(path):
        click.echo(drive.warning(path), err=True)
    click.echo(f"Høringerne er på http://{host}:{port}/  (stop med Ctrl+C)")
    server.run()
