-- Finding cases among millions: each condition that leaves few of them has an index in the order of the list.
create index insight_case_status on insight_case (status, registered_at desc, reference desc);
create index insight_case_category on insight_case (category, registered_at desc, reference desc);
create index insight_case_priority on insight_case (priority, registered_at desc, reference desc);
create index insight_case_owner on insight_case (owner, registered_at desc, reference desc);
create index insight_case_team on insight_case (team, registered_at desc, reference desc);
create index insight_case_cause on insight_case (cause, registered_at desc, reference desc) where cause is not null;
create index insight_case_breached on insight_case (registered_at desc, reference desc) where breached;
create index insight_case_open on insight_case (registered_at desc, reference desc) where closed_at is null;
create index insight_case_closed_order on insight_case (closed_at desc, reference desc) where closed_at is not null;
create index insight_case_due_order on insight_case (next_due, reference desc) where next_due is not null;

-- the name of a customer by the beginning of any of its words
create index cases_contact_name_words on cases_contact using gin (to_tsvector('simple', coalesce(name, '')));

-- What was said in a case, to find it by: words, and of scripts without blanks each two characters that follow one another.
create table insight_words (
    reference text primary key,
    words     tsvector not null
);
create index insight_words_words on insight_words using gin (words);

-- Searches that people keep.
create table insight_view (
    id         bigint generated always as identity primary key,
    owner      text not null,
    name       text not null,
    -- as it stands in the address of the page
    query      text not null,
    created_at timestamptz not null,
    unique (owner, name)
);
