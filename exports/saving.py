"""A document is there whole, or not at all."""

import errno
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_OPEN_FILES = "/proc/self/fd"
_NAMELESS = getattr(os, "O_TMPFILE", 0) if os.path.isdir(_OPEN_FILES) else 0


class Refused(Exception):
    """The document cannot be written. The message is one Danish sentence that says what and where."""


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which stands at ``path`` only when it is finished and safe on the disk.

    What stood there before stays until then. A link is followed to the file that it names. Raises Refused if there
    is no such folder, no right or no room.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with _handed_over(path) as file:
            yield file
        return
    path = path.resolve() if path.is_symlink() else path
    part = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        with _unfinished(part) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                _name(file, part)
                os.replace(part, path)
            except BaseException:
                with suppress(OSError):
                    part.unlink()
                raise
        _sync_folder(path.parent)
    except OSError as error:
        raise Refused(_sentence(path, error)) from error


@contextmanager
def _handed_over(path: Path) -> Iterator[BinaryIO]:
    """The same for a device or a pipe, which nothing may take the place of: it is given the finished document."""
    with tempfile.TemporaryFile() as file:
        yield file
        file.seek(0)
        try:
            with open(path, "wb") as device:
                shutil.copyfileobj(file, device)
        except OSError as error:
            raise Refused(_sentence(path, error)) from error


def _unfinished(part: Path) -> BinaryIO:
    """A file without a name, which a killed program leaves nothing of; one with a name where there is no such."""
    if _NAMELESS:
        with suppress(OSError):
            return open(os.open(part.parent, _NAMELESS | os.O_RDWR, 0o666), "w+b")
    return open(part, "x+b")


def _name(file: BinaryIO, part: Path) -> None:
    """Give a finished file its first name, not yet the last: a link cannot take the place of another file."""
    if not part.exists():
        folder = os.open(part.parent, os.O_RDONLY)
        try:
            # Only with a folder given does Python follow the link to the file itself.
            os.link(f"{_OPEN_FILES}/{file.fileno()}", part, src_dir_fd=folder)
        finally:
            os.close(folder)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT and not path.parent.is_dir():
        return f"Filen {path} kan ikke skrives: mappen {path.parent} findes ikke."
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return f"Filen {path} kan ikke skrives: stien er en mappe eller går gennem en fil."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Filen {path} kan ikke skrives: der er ikke plads på disken."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Filen {path} kan ikke skrives: du har ikke lov til at skrive i mappen {path.parent}."
    return f"Filen {path} kan ikke skrives."
