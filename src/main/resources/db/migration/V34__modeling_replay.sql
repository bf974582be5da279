-- What changed models would have said of the past. Made from what was recorded, and removed when newer runs are enough.

-- One row a run.
create table modeling_replay (
    id         bigint generated always as identity primary key,
    -- TABLE, CALENDAR or LIMITS
    kind       text        not null,
    -- key of the table, name of the calendar
    subject    text        not null,
    file       text        not null,
    sha256     text        not null,
    since      timestamptz not null,
    -- not included
    until      timestamptz not null,
    started_by text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    -- WAITING, RUNNING, DONE, CANCELLED or FAILED
    state      text        not null,
    -- the server's time at which whoever runs it was last heard of
    alive_at   timestamptz not null default clock_timestamp(),
    cancelled  boolean     not null default false,
    -- what there is to look at
    total      bigint      not null default 0,
    same       bigint      not null default 0,
    changed    bigint      not null default 0,
    -- clocks that would have been due at another time, and be as late or in time as they were
    moved      bigint      not null default 0,
    -- the changed table gives no answer
    failed     bigint      not null default 0,
    -- too little was recorded to tell
    unknown    bigint      not null default 0
);

-- From what to what, and how often.
create table modeling_replay_count (
    replay bigint  not null references modeling_replay (id) on delete cascade,
    -- name of the output, kind of the clock
    what   text    not null,
    before text    not null,
    after  text    not null,
    count  bigint  not null,
    primary key (replay, what, before, after)
);

-- What would have been different, or cannot be told, one by one.
create table modeling_replay_case (
    replay      bigint      not null references modeling_replay (id) on delete cascade,
    number      bigint      not null,
    outcome     text        not null,
    -- null for a case that is not for everybody's eyes
    reference   text,
    at          timestamptz not null,
    what        text        not null,
    before      text        not null,
    after       text        not null,
    rule_before text,
    rule_after  text,
    primary key (replay, number)
);
create index modeling_replay_case_outcome on modeling_replay_case (replay, outcome, number);
