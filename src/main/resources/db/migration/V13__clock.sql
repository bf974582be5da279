-- Clocks of any kind, what each due date follows from, and the facts that prove it.

alter table deadline_clock rename column kind to clock;
update deadline_clock set clock = case clock when 'FIRST_RESPONSE' then 'firstResponse' else 'resolution' end;

alter table deadline_clock
    add column calendar_revision    integer not null default 1,
    -- what is not counted: 2026-11-23T01:00:00.000000Z/2026-11-24T01:00:00.000000Z waiting-for-customer; …
    add column pauses               text not null default '',
    -- key of the process whose timer follows the clock
    add column watched_by           text,
    -- whom to tell when: 80 owner,team every BUSINESS PT4H escalates; …
    add column thresholds           text not null default '',
    add column told_percent         integer not null default 0,
    add column repetitions          integer not null default 0,
    add column told_at              timestamptz,
    add column acknowledged_percent integer not null default 0,
    -- what of its limit was counted when it stopped
    add column counted_seconds      bigint;

update deadline_clock set
    watched_by = 'service-request',
    thresholds = case warning_percent when 100 then '' else warning_percent || ' owner,team; ' end || '100 owner,team',
    told_percent = case when missed_at is not null then 100 when warned_at is not null then warning_percent else 0 end,
    told_at = coalesce(missed_at, warned_at);

alter table deadline_clock
    alter column calendar_revision drop default,
    alter column pauses drop default,
    alter column thresholds drop default,
    drop column warning_percent,
    drop column warn_at,
    drop column warned_at,
    drop column missed_at;

-- Where the facts of a case have come to. Locked by whoever adds one.
create table deadline_chain (
    reference text primary key references cases_case (reference),
    length    integer not null,
    head      text not null
);

-- What happened to the clocks of a case. Rows are only ever added.
create table deadline_fact (
    reference     text not null references deadline_chain (reference),
    number        integer not null,
    clock         text not null,
    what          text not null,
    at            timestamptz not null,
    actor         text not null,
    data          text not null,
    previous_hash text not null,
    -- SHA-256 over the hash before and, line by line, number, clock, what, at, actor and data
    hash          text not null,
    primary key (reference, number)
);

-- What is known of the clocks that ran before facts were kept.
insert into deadline_chain (reference, length, head) select distinct reference, 0, '' from deadline_clock;

create function pg_temp.moment(at timestamptz) returns text language sql as
    $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create function pg_temp.take_over(of_clock text) returns void language sql as $$
    with taken as (
        select c.reference, h.length + 1 as number, h.head as previous_hash, now() as at,
            '{"calendar":' || to_json(c.calendar) || ',"clockType":"' || c.clock_type
                || '","due":"' || pg_temp.moment(c.due_at) || '","limit":"' || c.time_limit
                || '","pauses":"","revision":"1","start":"' || pg_temp.moment(c.started_at)
                || '","stopped":"' || coalesce(pg_temp.moment(c.stopped_at), '')
                || '","thresholds":"' || c.thresholds || '"}' as data
        from deadline_clock c join deadline_chain h on h.reference = c.reference
        where c.clock = of_clock
    ), hashed as (
        select *, encode(sha256(convert_to(concat_ws(E'\n', previous_hash, number, of_clock, 'taken-over',
                pg_temp.moment(at), 'system', data), 'UTF8')), 'hex') as hash
        from taken
    ), added as (
        insert into deadline_fact (reference, number, clock, what, at, actor, data, previous_hash, hash)
        select reference, number, of_clock, 'taken-over', at, 'system', data, previous_hash, hash from hashed
    )
    update deadline_chain h set length = hashed.number, head = hashed.hash
    from hashed where hashed.reference = h.reference
$$;

select pg_temp.take_over('firstResponse');
select pg_temp.take_over('resolution');
