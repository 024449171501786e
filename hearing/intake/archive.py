"""A ZIP file from outside (.docx, .xlsx), checked against its directory before anything is unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cached_property
from typing import IO, TypeVar

from hearing.intake import markup
from hearing.intake.rows import Refused

Result = TypeVar("Result")
MEMBERS = 2_000
UNPACKED = 200 * 1024 * 1024
RATIO = 100
RATIO_COUNTS_ABOVE = 10 * 1024 * 1024
# Everything that zipfile raises for damaged files; RuntimeError is its word for a missing password.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_DAMAGED = "Filen er beskadiget eller ikke overført helt og kan ikke åbnes. Gem den igen, og prøv med den nye fil."
_TOO_MANY = "Filen har flere dele, end programmet læser (højst 2.000), og er afvist."
_TOO_LARGE = "Filen pakker ud til mere, end programmet læser (højst 200 MB), og er afvist."
_TOO_DENSE = "Filen pakker ud til over 100 gange sin egen størrelse, som intet dokument gør, og er afvist."


class Archive:
    """The parts of a ZIP file. Making one refuses bombs, forgeries, passwords and any part with a DOCTYPE."""

    def __init__(self, data: bytes):
        self._data = data
        # Counted in the bytes first: the directory of a file with 100,000 members takes long to open.
        if data.count(_DIRECTORY_ENTRY) > 10 * MEMBERS:
            raise Refused(_TOO_MANY)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Refused(_DAMAGED) from error
        self._check()
        for name in self.names:
            if name.lower().endswith((".xml", ".rels")):
                self._reading(name, markup.check_prolog)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """The bytes of a part; Refused if they are not what the directory promises."""
        return self._reading(name, lambda part: part.read())

    def _reading(self, name: str, use: Callable[[IO[bytes]], Result]) -> Result:
        try:
            with self._zip.open(name) as part:
                return use(part)
        except _BROKEN as error:
            raise Refused(_DAMAGED) from error

    def _check(self) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MEMBERS:
            raise Refused(_TOO_MANY)
        if unpacked > UNPACKED:
            raise Refused(_TOO_LARGE)
        if unpacked > RATIO_COUNTS_ABOVE and unpacked > RATIO * len(self._data):
            raise Refused(_TOO_DENSE)
        for member in members:
            if member.flag_bits & 1:
                raise Refused("Filen er beskyttet med adgangskode. Gem den uden adgangskode, og prøv igen.")
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Refused(_DAMAGED)
            if member.file_size > RATIO_COUNTS_ABOVE and member.file_size > RATIO * member.compress_size:
                raise Refused(_TOO_DENSE)
        self._check_overlap(members)

    def _check_overlap(self, members: list[zipfile.ZipInfo]) -> None:
        """Members that share bytes are a bomb: the same megabyte unpacked a thousand times."""
        end = 0
        for member in sorted(members, key=lambda member: member.header_offset):
            if member.header_offset < end:
                raise Refused(_DAMAGED)
            header = self._data[member.header_offset : member.header_offset + _LOCAL_HEADER]
            if len(header) < _LOCAL_HEADER:
                raise Refused(_DAMAGED)
            end = member.header_offset + _LOCAL_HEADER + sum(struct.unpack("<HH", header[26:30]))
            end += member.compress_size
