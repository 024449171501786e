"""A document is there whole, or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class Refused(Exception):
    """The document cannot be written. The message is one Danish sentence that says what and where."""


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which stands at ``path`` only when it is finished and safe on the disk.

    What stood there before stays until then. Raises Refused if there is no such folder, no right or no room.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                os.chmod(file.name, 0o666 & ~_umask())
                os.replace(file.name, path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(file.name)
                raise
        _sync_folder(path.parent)
    except OSError as error:
        raise Refused(_sentence(path, error)) from error


def _umask() -> int:
    """What a plain ``open`` would take away; asking for it means setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return f"Filen {path} kan ikke skrives: mappen {path.parent} findes ikke."
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return f"Filen {path} kan ikke skrives: stien er en mappe eller går gennem en fil."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Filen {path} kan ikke skrives: der er ikke plads på disken."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Filen {path} kan ikke skrives: du har ikke lov til at skrive i mappen {path.parent}."
    return f"Filen {path} kan ikke skrives."
