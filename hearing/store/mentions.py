"""What comments name other points by, looked up for the mentions that are stored with them."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from sqlite_utils import Database

from hearing import mentions
from hearing.enums import Printing
from hearing.mentions import Directory, Name
from hearing.records import Party, Point
from hearing.store import parties, points


def targets(db: Database, hearing_id: int) -> set[int]:
    """The ids of all points that a comment of the hearing mentions, gone ones too."""
    rows = db.execute(
        """
        select distinct json_extract(value, '$[2]') from point, json_each(point.mentions)
        where hearing_id = ? and mentions <> '[]'
        """,
        [hearing_id],
    )
    return {id for (id,) in rows}


def mentioning(db: Database, point: Point) -> list[Point]:
    """The points whose comments mention this one."""
    rows = db.query(
        """
        select * from point where hearing_id = ? and mentions <> '[]'
        and exists (select 1 from json_each(point.mentions) where json_extract(value, '$[2]') = ?)
        """,
        [point.hearing_id, point.id],
    )
    return [points.record(row) for row in rows]


def loose(db: Database, hearing_id: int) -> tuple[list[int], list[int]]:
    """The points whose comments name one that is gone, and those whose comments hold the brackets of a reference.

    In table order; what follows another point says what that one says, and is left out.
    """
    rows = db.execute(
        """
        select id, exists (
            select 1 from json_each(point.mentions)
            where json_extract(value, '$[2]') not in (select id from point as named)
        ) as of_nobody, instr(comment, '[[') or instr(comment, ']]') as bracketed
        from point where hearing_id = ? and (of_nobody or bracketed) and not exists (
            select 1 from echo where echo.point_id = point.id and printing <> ? and deviation = ''
        ) order by position, id
        """,
        [hearing_id, Printing.AS_READ.value],
    ).fetchall()
    return [id for id, of_nobody, _ in rows if of_nobody], [id for id, _, bracketed in rows if bracketed]


def names(db: Database, hearing_id: int, ids: Collection[int], known: Iterable[Party] = ()) -> dict[int, Name]:
    """What the points with these ids are called now; those that are gone are left out.

    ``known`` are the parties of the hearing, where the caller has them.
    """
    if not ids:
        return {}
    rows = db.execute(
        "select id, party_id, label from point where hearing_id = ? and id in (select value from json_each(?))",
        [hearing_id, json.dumps(list(ids))],
    )
    called = mentions.called(known or parties.of(db, hearing_id))
    return {id: Name(party, called[party], label) for id, party, label in rows if party in called}


def called(db: Database, point: Point) -> str:
    """What a sentence on the screen calls a point: "PIU, bemærkning j"."""
    party = parties.find(db, point.party_id)
    return Name(party.id, mentions.plain(party), point.label).text


def now(db: Database, hearing_id: int, stored: Iterable[Point], known: Iterable[Party] = ()) -> list[Point]:
    """The points with comments that name other points as they are called now."""
    stored = list(stored)
    named = names(db, hearing_id, {id for point in stored for _, _, id in point.mentions}, known)
    return [as_called(point, named) for point in stored]


def as_called(point: Point, named: dict[int, Name]) -> Point:
    """The point with a comment that uses these names."""
    if not point.mentions:
        return point
    comment = mentions.current(point.comment, point.marks, point.mentions, named)
    return replace(point, comment=comment.text, marks=comment.marks, mentions=comment.mentions)


def directory(db: Database, hearing_id: int) -> Directory:
    """Every point of the hearing that can be mentioned; a party's are read when they are asked for."""

    @cache
    def labels_of(party_id: int) -> list[tuple[int, str]]:
        rows = db.execute("select id, label from point where party_id = ? order by position, id", [party_id])
        return rows.fetchall()

    return Directory(parties.of(db, hearing_id), labels_of)


def typed(db: Database, hearing_id: int, ids: Collection[int]) -> dict[int, str]:
    """What a person types for the points with these ids; those that are gone are left out."""
    if not ids:
        return {}
    known = directory(db, hearing_id)
    return {id: known.typed(name.party_id, id) for id, name in names(db, hearing_id, ids).items()}
