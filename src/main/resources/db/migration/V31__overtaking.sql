-- Each time that a release's version took the place of an owner's: decided by a person, with a reason. Only added to.
create table engine_overtaking (
    id              bigint generated always as identity primary key,
    name            text        not null,
    owner_sha256    text        not null,
    released_sha256 text        not null,
    decided_by      text        not null,
    decided_at      timestamptz not null,
    reason          text        not null check (btrim(reason) <> '')
);
create index engine_overtaking_name on engine_overtaking (name, decided_at);
