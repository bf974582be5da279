-- Each time that somebody said in which version of a diagram new cases begin. Only added to; the last one counts.
create table modeling_current_version (
    id          bigint generated always as identity primary key,
    process_key text        not null,
    version     int, -- the newest, whichever it is, if null
    decided_by  text        not null,
    decided_at  timestamptz not null,
    reason      text        not null check (btrim(reason) <> '')
);
create index modeling_current_version_process on modeling_current_version (process_key, id);

-- Each time that a version was tried on a part of the new cases.
create table modeling_trial (
    id            bigint generated always as identity primary key,
    process_key   text        not null,
    version       int         not null,
    rest_version  int         not null, -- of all other cases
    percent       int         not null check (percent between 1 and 100),
    case_group    text        not null, -- what the cases have in common, as JSON: property to value
    ends_at       timestamptz not null,
    started_by    text        not null,
    started_at    timestamptz not null,
    reason        text        not null check (btrim(reason) <> ''),
    ending        text,
    ended_by      text,
    ended_at      timestamptz,
    ending_reason text,
    check (version <> rest_version)
);
create unique index modeling_trial_running on modeling_trial (process_key) where ended_at is null;

-- What began during a trial, and where.
create table modeling_trial_case (
    trial_id    bigint      not null references modeling_trial,
    instance_id text        not null,
    reference   text, -- null if there was no case yet
    on_trial    boolean     not null,
    begun_at    timestamptz not null,
    primary key (trial_id, instance_id)
);
