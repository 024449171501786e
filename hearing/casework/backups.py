"""Keeping the whole database safe: a copy beside it, and back again."""

import os
from datetime import datetime
from pathlib import Path

from hearing.store import backups, schema


class Refused(Exception):
    """The copy cannot be made or used. The message is one Danish sentence; nothing has been changed."""


def make(path: Path, target: Path) -> None:
    """Write a backup of the database to ``target``: whole or not at all, and only over an earlier backup."""
    if reason := backups.fault(path, live=True):
        raise Refused(f"Der er ingen database at kopiere. {reason}")
    if target.exists() and (target.is_dir() or os.path.samefile(path, target) or backups.fault(target)):
        raise Refused(f"{target} findes og er ikke en sikkerhedskopi. Vælg et andet navn.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        backups.copy(path, unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise Refused(
            f"Sikkerhedskopien {target} kan ikke skrives: mappen findes ikke, eller der er ikke plads på disken."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def restore(path: Path, source: Path) -> Path | None:
    """Put the backup ``source`` in the database's place; returns where the replaced database is kept, if any."""
    if reason := backups.fault(source):
        raise Refused(reason)
    if path.exists() and os.path.samefile(path, source):
        raise Refused(f"{source} er selve databasen, ikke en sikkerhedskopi af den.")
    kept = _keep(path) if path.exists() and path.stat().st_size else None
    _replace(path, source, kept)
    schema.open(path).conn.close()
    return kept


def _replace(path: Path, source: Path, kept: Path | None) -> None:
    try:
        backups.copy(source, path)
    except OSError:
        if kept and backups.fault(path, live=True):
            kept.replace(path)
        elif kept:
            # The database stands as it stood; a copy of it only takes room.
            kept.unlink()
        raise


def _keep(path: Path) -> Path:
    """The database that is about to be replaced, under a name of its own beside it."""
    kept = path.with_name(f"{path.stem}-erstattet-{datetime.now():%Y-%m-%d-%H%M%S-%f}{path.suffix}")
    if backups.fault(path, live=True):
        # It is no working database: keep its bytes, and begin with a fresh file.
        path.replace(kept)
        for ending in ("-journal", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
    else:
        try:
            backups.copy(path, kept)
        except OSError:
            kept.unlink(missing_ok=True)
            raise
    return kept
