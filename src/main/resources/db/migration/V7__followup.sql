-- Each try to reach the customer after the solution.
create table followup_call (
    id          bigint generated always as identity primary key,
    reference   text not null references cases_case (reference),
    round       integer not null,
    at          timestamptz not null,
    caller      text not null,
    reached     boolean not null,
    solved      boolean,
    note        text
);
create index followup_call_reference on followup_call (reference, id);

-- The customer's one word; the newest one counts.
create table followup_feedback (
    id          bigint generated always as identity primary key,
    reference   text not null references cases_case (reference),
    at          timestamptz not null,
    word        text not null,
    score       integer,
    comment     text
);
create index followup_feedback_reference on followup_feedback (reference, id);
