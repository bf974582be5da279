-- What was asked of the customer, one row a question: problem, solution (one a round), effect.
create table resolution_question (
    id           bigint generated always as identity primary key,
    reference    text not null references cases_case (reference),
    kind         text not null,
    round        integer not null,
    text         text not null,
    finish_date  date,
    asked_at     timestamptz not null,
    asked_by     text not null,
    answered_at  timestamptz,
    accepted     boolean,
    reason       text,
    channel      text,
    actor        text
);
create unique index resolution_question_open on resolution_question (reference) where answered_at is null;
create index resolution_question_reference on resolution_question (reference, id);

-- Who does what until when, once a round.
create table resolution_plan (
    id           bigint generated always as identity primary key,
    reference    text not null references cases_case (reference),
    action       text not null,
    implementer  text,
    due_at       timestamptz not null,
    planned_at   timestamptz not null,
    planned_by   text not null
);
create index resolution_plan_reference on resolution_plan (reference, id);
