-- Each time that an owner stopped a version of a diagram, or let it go on. Only added to.
create table modeling_suspension (
    id          bigint generated always as identity primary key,
    process_key text        not null,
    version     int, -- all of them if null
    action      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    reason      text        not null check (btrim(reason) <> '')
);
create index modeling_suspension_process on modeling_suspension (process_key, decided_at);

-- Each time that running cases were moved to another version of their diagram.
create table modeling_migration (
    id           bigint generated always as identity primary key,
    process_key  text        not null,
    from_version int         not null,
    to_version   int         not null,
    places       text        not null, -- chosen by the owner, as JSON: node that was left to node that took its place
    batch_id     text        not null,
    started_by   text        not null,
    started_at   timestamptz not null,
    reason       text        not null check (btrim(reason) <> '')
);
create index modeling_migration_process on modeling_migration (process_key, started_at);

create table modeling_migration_case (
    migration_id bigint  not null references modeling_migration,
    instance_id  text    not null,
    reference    text    not null,
    left_out     boolean not null default false, -- given up before it was moved
    primary key (migration_id, instance_id)
);
