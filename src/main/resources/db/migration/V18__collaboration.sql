-- Departments work as one: a collaboration of a case, the questions in it, who had each how long, and what was done.

create table collaboration_run (
    id             bigint generated always as identity primary key,
    reference      text not null references cases_case (reference),
    task_force     boolean not null default false,
    opened_at      timestamptz not null,
    opened_by      text not null,
    coordinated_at timestamptz,
    minutes        text,
    minutes_by     text,
    ended_at       timestamptz
);
-- at most one is open; whoever is asked later joins it
create unique index collaboration_run_open on collaboration_run (reference) where ended_at is null;
create index collaboration_run_reference on collaboration_run (reference, id);

-- one question to one department; moved to another department it stays the same question
create table collaboration_branch (
    id           bigint generated always as identity primary key,
    run          bigint not null references collaboration_run (id),
    reference    text not null references cases_case (reference),
    number       integer not null,
    department   text not null,
    question     text not null,
    asked_at     timestamptz not null,
    asked_by     text not null,
    state        text not null,
    allowed      text not null,
    held_seconds bigint not null default 0,
    since        timestamptz,
    due_at       timestamptz,
    hand_backs   integer not null default 0,
    late         boolean not null default false,
    answer       text,
    ended_at     timestamptz,
    unique (run, number)
);
create index collaboration_branch_reference on collaboration_branch (reference, id);
create index collaboration_branch_open on collaboration_branch (department) where ended_at is null;

-- each time that a department had it: opening time held, whether it was late, and how it let go
create table collaboration_hold (
    id           bigint generated always as identity primary key,
    branch       bigint not null references collaboration_branch (id),
    department   text not null,
    since        timestamptz not null,
    due_at       timestamptz not null,
    until_at     timestamptz,
    held_seconds bigint,
    late         boolean,
    ending       text
);
create unique index collaboration_hold_open on collaboration_hold (branch) where until_at is null;
create index collaboration_hold_department on collaboration_hold (department, since);

-- who of a department has seen the case for a question, and when first
create table collaboration_look (
    branch       bigint not null references collaboration_branch (id),
    user_id      text not null,
    at           timestamptz not null,
    primary key (branch, user_id)
);

-- the history of each question; never changed once written
create table collaboration_step (
    id           bigint generated always as identity primary key,
    branch       bigint not null references collaboration_branch (id),
    at           timestamptz not null,
    kind         text not null,
    actor        text not null,
    department   text not null,
    text         text not null
);
create index collaboration_step_branch on collaboration_step (branch, id);
