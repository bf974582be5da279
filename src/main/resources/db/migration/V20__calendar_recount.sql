-- A changed calendar reaches the running clocks: each keeps the newest revision that it was looked at by, so that none is
-- missed or looked at twice, whenever the work is cut off. Null: the one that it is counted by.
alter table deadline_clock add column considered_revision integer;

create index deadline_clock_considered
    on deadline_clock (calendar, greatest(calendar_revision, considered_revision), reference)
    where stopped_at is null;

-- How far that has come, and what became of the clocks; counted with each part of the work in its transaction.
create table deadline_recount (
    calendar    text not null,
    revision    integer not null,
    total       integer not null,
    seen        integer not null,
    earlier     integer not null,
    later       integer not null,
    -- would be due later, and stay
    kept        integer not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (calendar, revision),
    foreign key (calendar, revision) references deadline_calendar (name, revision)
);
