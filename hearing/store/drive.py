"""Where the database file lies: on a drive of this machine, or on one that others reach or copy, too."""

from pathlib import Path

_REACHED_BY_OTHERS = ("nfs", "cifs", "smb", "9p", "afs", "fuse")
_COPIED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")
_MOUNTS = Path("/proc/self/mounts")


def is_trusted(path: str | Path, mounts: str | None = None) -> bool:
    """Whether SQLite's locks hold there, and no program copies the file while it is written.

    ``mounts`` is the table of the machine's drives as Linux writes it; elsewhere only the folder's name tells.
    """
    place = Path(path).absolute()
    if any(name in part.casefold() for part in place.parent.parts for name in _COPIED):
        return False
    return not _kind(place, _table() if mounts is None else mounts).startswith(_REACHED_BY_OTHERS)


def warning(path: str | Path) -> str:
    """What to tell a person whose database lies on such a drive."""
    return (
        f"Databasen {path} ligger på et netværksdrev eller i en mappe, der kopieres til andre. "
        "Flyt den til maskinens egen disk; ellers kan den blive beskadiget."
    )


def _table() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _kind(place: Path, mounts: str) -> str:
    """The kind of file system that the place is on: that of the innermost mount."""
    found = (0, "")
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        mount = Path(fields[1].replace("\\040", " "))
        if place.is_relative_to(mount) and len(mount.parts) >= found[0]:
            found = (len(mount.parts), fields[2])
    return found[1]
