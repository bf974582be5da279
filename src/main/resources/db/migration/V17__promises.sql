-- what customers were promised, and what became of it
create table deadline_promise (
    reference  text not null references cases_case (reference),
    number     integer not null,
    text       text not null,
    due_at     timestamptz not null,
    stage      text not null,
    source     text not null,
    made_at    timestamptz not null,
    made_by    text not null,
    kept_at    timestamptz,
    kept_by    text,
    broken_at  timestamptz,
    dropped_at timestamptz,
    primary key (reference, number)
);
create index deadline_promise_made on deadline_promise (made_at);
