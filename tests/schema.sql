CREATE INDEX decision_hearing on decision(hearing_id, position);
CREATE INDEX echo_source on echo(source_id);
CREATE INDEX event_hearing on event(hearing_id, id);
CREATE INDEX event_undoes on event(undoes) where undoes is not null;
CREATE INDEX file_sha256 on file(hearing_id, sha256);
CREATE INDEX party_hearing on party(hearing_id, position);
CREATE INDEX point_decision on point(decision_id, position);
CREATE INDEX point_mentions on point(hearing_id) where mentions <> '[]';
CREATE INDEX point_order on point(
    hearing_id, position, id, party_id, theme_id, decision_id, response_id, status, responsible, unsure
);
CREATE INDEX point_party on point(party_id, position);
CREATE INDEX point_response on point(response_id);
CREATE INDEX point_theme on point(theme_id, position);
CREATE INDEX response_hearing on response(hearing_id);
CREATE INDEX response_party on response(party_id);
CREATE INDEX theme_hearing on theme(hearing_id, position);
CREATE INDEX verdict_hearing on verdict(hearing_id);
CREATE INDEX verdict_other on verdict(other_id);
CREATE TABLE account (
    id integer primary key autoincrement, hearing_id integer not null unique references hearing(id),
    left_out text not null default '[]', odd text not null default '[]', seen integer not null default 0,
    version integer not null default 1
) strict;
CREATE TABLE decision (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    phrase text not null, meaning text, position integer not null, version integer not null default 1
) strict;
CREATE TABLE draft (
    id integer primary key autoincrement, hearing_id integer not null unique references hearing(id),
    text text not null, version integer not null default 1
) strict;
CREATE TABLE echo (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    point_id integer not null unique references point(id),
    source_id integer not null references point(id),
    version integer not null default 1
, printing text not null default 'as_read', deviation text not null default '') strict;
CREATE TABLE event (
    id integer primary key autoincrement,
    hearing_id integer, at text not null, by text not null, verb text not null,
    reason text not null default '', undoes integer, once text unique,
    sent text not null default '', changes text not null
) strict;
CREATE TABLE event_row (
    table_name text not null, row_id integer not null, event_id integer not null references event(id),
    start integer not null, length integer not null,
    primary key (table_name, row_id, event_id, start)
) strict, without rowid;
CREATE TABLE file (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, media_type text not null, size integer not null, sha256 text not null,
    content blob not null
) strict;
CREATE TABLE hearing (
    id integer primary key autoincrement, title text not null, document text not null default '',
    plan_term text not null default '', case_number text not null default '',
    committee text not null default '', authority text not null default '',
    period_from text, period_to text, kind text not null default 'plan', removed integer not null default 0,
    version integer not null default 1
, echo_printing text not null default 'reference', echo_summary text not null default '', echo_decision text not null default '', echo_comment text not null default '') strict;
CREATE TABLE party (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, short_name text not null default '', other_names text not null default '[]',
    kind text not null default 'other', kind_confirmed integer not null default 0,
    represents text not null default '[]', position integer not null, deadline text,
    citizen_number integer, version integer not null default 1
) strict;
CREATE TABLE point (
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
, mentions text not null default '[]') strict;
CREATE VIRTUAL TABLE point_search using fts5(
    summary, comment, excerpt, tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE response (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    party_id integer not null references party(id),
    received text, document_number text not null default '', with_remarks integer not null default 1,
    file_id integer references file(id), version integer not null default 1
) strict;
CREATE TABLE setting (name text primary key, value text not null) strict;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE theme (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    name text not null, position integer not null, version integer not null default 1
) strict;
CREATE TABLE upload (
    id integer primary key autoincrement, name text not null, title text not null,
    parties text not null default '', at text not null, content blob not null, reading blob not null,
    version integer not null default 1
) strict;
CREATE TABLE verdict (
    id integer primary key autoincrement, hearing_id integer not null references hearing(id),
    one_id integer not null references point(id), other_id integer not null references point(id),
    kind text not null, version integer not null default 1,
    unique (one_id, other_id), check (one_id < other_id)
) strict;
CREATE TRIGGER event_never_changes before update on event
    begin select raise(abort, 'events are never changed'); end;
CREATE TRIGGER event_never_goes before delete on event
    begin select raise(abort, 'events are never removed'); end;
CREATE TRIGGER point_search_add after insert on point begin
    insert into point_search(rowid, summary, comment, excerpt)
    values (new.id, searchable(new.summary), searchable(new.comment), searchable(new.excerpt));
end;
CREATE TRIGGER point_search_change after update of summary, comment, excerpt on point begin
    delete from point_search where rowid = old.id;
    insert into point_search(rowid, summary, comment, excerpt)
    values (new.id, searchable(new.summary), searchable(new.comment), searchable(new.excerpt));
end;
CREATE TRIGGER point_search_remove after delete on point begin
    delete from point_search where rowid = old.id;
end;
