-- The policy packs: every version that a file ever had, which pack ruled new cases since when, and under which version
-- each case started. Rows are added and never changed.

create table deadline_policy (
    id          text not null,
    version     integer not null,
    -- the file as it was
    content     text not null,
    -- sha-256 of it: the same file is taken once
    fingerprint text not null,
    -- first day on which a case may start under it; null if it has none
    valid_from  date,
    recorded_at timestamptz not null,
    primary key (id, version),
    unique (id, fingerprint)
);

create table deadline_policy_ruling (
    number bigint generated always as identity primary key,
    -- rules from then on, until the next row
    policy text not null,
    since  timestamptz not null,
    actor  text not null,
    reason text not null
);

create table deadline_case_policy (
    reference text primary key references cases_case (reference),
    policy    text not null,
    version   integer not null,
    since     timestamptz not null,
    foreign key (policy, version) references deadline_policy (id, version)
);
