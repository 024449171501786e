"""The schema as numbered, append-only migrations, and how a database is brought up to date.

Never change a migration that has been released; add one. All tables are STRICT, and every table that a person
edits has a ``version``. Ids are never used twice (autoincrement): a form opened on a record that is gone must not
save into another one, and what was removed can come back under its own id. Nothing cascades: what is removed
along with something else is removed by a verb, so that its event knows and undo can bring it back.
"""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from sqlite3 import DatabaseError, OperationalError

from sqlite_utils import Database, Migrations

from hearing.store import connection

migrations = Migrations("hearing")
_one_at_a_time = threading.Lock()

_TABLES = """
create table hearing (
    id integer primary key autoincrement, title text not null, document text not null default '',
    plan_term text not null default '', case_number text not null default '',
    committee text not null default '', authority text not null default '',
    period_from text, period_to text, kind text not null default 'plan', removed integer not null default 0,
    version integer not null default 1
) strict;

create table file (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, media_type text not null, size integer not null, sha256 text not null,
    content blob not null
) strict;
create index file_sha256 on file(hearing_id, sha256);

create table party (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, short_name text not null default '', other_names text not null default '[]',
    kind text not null default 'other', kind_confirmed integer not null default 0,
    represents text not null default '[]', position integer not null, deadline text,
    citizen_number integer, version integer not null default 1
) strict;
create index party_hearing on party(hearing_id, position);

create table response (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    party_id integer not null references party(id),
    received text, document_number text not null default '', with_remarks integer not null default 1,
    file_id integer references file(id), version integer not null default 1
) strict;
create index response_party on response(party_id);
create index response_hearing on response(hearing_id);

create table theme (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, position integer not null, version integer not null default 1
) strict;
create index theme_hearing on theme(hearing_id, position);

create table decision (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    phrase text not null, meaning text, position integer not null, version integer not null default 1
) strict;
create index decision_hearing on decision(hearing_id, position);

create table point (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    party_id integer not null references party(id),
    response_id integer references response(id),
    position integer not null, label text not null default '',
    theme_id integer references theme(id), theme_printed text not null default '',
    summary text not null default '',
    decision_id integer references decision(id), decision_printed text not null default '',
    comment text not null default '', marks text not null default '[]',
    excerpt text not null default '', page text not null default '',
    responsible text not null default '', note text not null default '',
    status text not null default 'ny', unsure text not null default '',
    version integer not null default 1
) strict;
create index point_order on point(
    hearing_id, position, id, party_id, theme_id, decision_id, response_id, status, responsible, unsure
);
create index point_party on point(party_id, position);
create index point_theme on point(theme_id, position);
create index point_decision on point(decision_id, position);
create index point_response on point(response_id);

create table echo (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    point_id integer not null unique references point(id),
    source_id integer not null references point(id),
    version integer not null default 1
) strict;
create index echo_source on echo(source_id);

create table event (
    id integer primary key autoincrement,
    hearing_id integer, at text not null, by text not null, verb text not null,
    reason text not null default '', undoes integer, once text unique,
    sent text not null default '', changes text not null
) strict;
create index event_hearing on event(hearing_id, id);
create index event_undoes on event(undoes) where undoes is not null;
create trigger event_never_changes before update on event
    begin select raise(abort, 'events are never changed'); end;
create trigger event_never_goes before delete on event
    begin select raise(abort, 'events are never removed'); end;

create table event_row (
    table_name text not null, row_id integer not null, event_id integer not null references event(id),
    start integer not null, length integer not null,
    primary key (table_name, row_id, event_id, start)
) strict, without rowid;

create table upload (
    id integer primary key autoincrement, name text not null, title text not null,
    parties text not null default '', at text not null, content blob not null, reading blob not null,
    version integer not null default 1
) strict;

create table account (
    id integer primary key autoincrement, hearing_id integer not null unique references hearing(id),
    left_out text not null default '[]', odd text not null default '[]', seen integer not null default 0,
    version integer not null default 1
) strict;

create table setting (name text primary key, value text not null) strict;
"""

_SEARCH = """
create virtual table point_search using fts5(
    summary, comment, excerpt, tokenize="unicode61 remove_diacritics 0"
);
create trigger point_search_add after insert on point begin
    insert into point_search(rowid, summary, comment, excerpt)
    values (new.id, searchable(new.summary), searchable(new.comment), searchable(new.excerpt));
end;
create trigger point_search_remove after delete on point begin
    delete from point_search where rowid = old.id;
end;
create trigger point_search_change after update of summary, comment, excerpt on point begin
    delete from point_search where rowid = old.id;
    insert into point_search(rowid, summary, comment, excerpt)
    values (new.id, searchable(new.summary), searchable(new.comment), searchable(new.excerpt));
end;
"""

_ECHOES = """
alter table hearing add column echo_printing text not null default 'reference';
alter table hearing add column echo_summary text not null default '';
alter table hearing add column echo_decision text not null default '';
alter table hearing add column echo_comment text not null default '';
alter table point add column mentions text not null default '[]';
create index point_mentions on point(hearing_id) where mentions <> '[]';
alter table echo add column printing text not null default 'as_read';
alter table echo add column deviation text not null default '';

create table verdict (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    one_id integer not null references point(id), other_id integer not null references point(id),
    kind text not null, version integer not null default 1,
    unique (one_id, other_id), check (one_id < other_id)
) strict;
create index verdict_hearing on verdict(hearing_id);
create index verdict_other on verdict(other_id);

create table draft (
    id integer primary key autoincrement, hearing_id integer not null unique references hearing(id),
    text text not null, version integer not null default 1
) strict;
"""


@migrations()
def m001_the_main_job(db: Database) -> None:
    """Hearings, parties, responses, themes, decisions, points, echoes, events, and the search index."""
    db.executescript(_TABLES)
    db.executescript(_SEARCH)


@migrations()
def m002_echoes(db: Database) -> None:
    """How echoes are printed and why one deviates, judged pairs, live references, the plan's text."""
    db.executescript(_ECHOES)


class Unopenable(Exception):
    """The file cannot be used as the program's database. The message is one Danish sentence."""


def open(path: str | Path) -> Database:
    """A connection to ``path``, made if it is missing and brought up to the newest schema; else Unopenable."""
    if Path(path).is_dir() or not Path(path).absolute().parent.is_dir():
        raise Unopenable(f"Databasen {path} kan ikke åbnes: stien er en mappe, eller mappen findes ikke.")
    try:
        db = connection.connect(path)
        if unknown := newer_migrations(db):
            raise Unopenable(f"Databasen {path} er fra en nyere udgave af programmet ({', '.join(unknown)}).")
        migrate(db)
    except OSError as error:
        raise Unopenable(f"Databasen {path} kan ikke åbnes: der er ikke adgang til filen.") from error
    except OperationalError as error:
        raise Unopenable(f"Databasen {path} kan ikke åbnes eller skrives lige nu.") from error
    except DatabaseError as error:
        raise Unopenable(
            f"Filen {path} er ikke en database fra dette program, eller den er beskadiget."
        ) from error
    return db


def newer_migrations(db: Database) -> list[str]:
    """The names of migrations that were applied to ``db`` and that this program does not know."""
    if "_sqlite_migrations" not in db.table_names():
        return []
    applied = {
        name for (name,) in db.execute("select name from _sqlite_migrations where migration_set = 'hearing'")
    }
    return sorted(applied - {migration.name for migration in migrations.pending(Database(memory=True))})


def migrate(db: Database) -> None:
    """Bring the database to the newest schema; several processes may do so at once.

    A database that holds something already is copied beside itself first.
    """
    with _one_at_a_time:
        if not migrations.pending(db):
            return
        db.conn.execute("begin immediate")
        try:
            pending = migrations.pending(db)
            if pending and migrations.applied(db):
                _copy(db, f".before-{pending[0].name}")
            migrations.apply(db)
            db.conn.execute("commit")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("rollback")
            raise


def _copy(db: Database, suffix: str) -> None:
    """The database as it stands, in a file beside it that is whole or not there."""
    path = db.conn.execute("pragma database_list").fetchone()[2]
    unfinished = Path(f"{path}{suffix}.unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(path)) as live, closing(sqlite3.connect(unfinished)) as copy:
        live.backup(copy)
    unfinished.replace(f"{path}{suffix}")
