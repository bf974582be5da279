-- The case file: who asked for what, where the case stands, and everything that happened to it.

create sequence cases_reference_number;

create table cases_contact (
    id            uuid primary key,
    name          text,
    email         text,
    phone         text,
    locale        text not null,
    created_at    timestamptz not null,
    constraint cases_contact_reachable check (email is not null or phone is not null)
);
create unique index cases_contact_email on cases_contact (email) where email is not null;
create unique index cases_contact_phone on cases_contact (phone) where phone is not null;

create table cases_case (
    reference        text primary key,
    version          integer not null,
    channel          text not null,
    contact_id       uuid not null references cases_contact (id),
    locale           text not null,
    subject          text,
    description      text not null,
    urgency          text not null,
    remedy_sought    text,
    tried_steps      text,
    product          text,
    status           text not null,
    stage            text not null,
    owner            text not null,
    category         text,
    priority         text,
    team             text,
    cause_code       text,
    resolution       text,
    linked_to        text references cases_case (reference),
    reopened         integer not null default 0,
    registered_at    timestamptz not null,
    first_response_at timestamptz,
    resolved_at      timestamptz,
    closed_at        timestamptz
);
create index cases_case_contact on cases_case (contact_id, registered_at desc);
create index cases_case_open on cases_case (owner) where closed_at is null;

-- one row a happening, never changed: the timeline of the case
create table cases_entry (
    id          bigint generated always as identity primary key,
    reference   text not null references cases_case (reference),
    at          timestamptz not null,
    kind        text not null,
    actor       text not null,
    public      boolean not null,
    text        text not null,
    field       text,
    old_value   text,
    new_value   text
);
create index cases_entry_reference on cases_entry (reference, id);

-- what the customer and we wrote to each other
create table cases_message (
    id          uuid primary key,
    reference   text not null references cases_case (reference),
    at          timestamptz not null,
    direction   text not null,
    channel     text not null,
    author      text not null,
    subject     text,
    text        text not null,
    external_id text,
    template    text,
    template_version integer
);
create index cases_message_reference on cases_message (reference, at);
create unique index cases_message_external on cases_message (external_id) where external_id is not null;

create table cases_attachment (
    id           uuid primary key,
    reference    text not null references cases_case (reference),
    message_id   uuid references cases_message (id),
    file_name    text not null,
    media_type   text not null,
    size         integer not null,
    sha256       text not null,
    content      bytea not null,
    added_at     timestamptz not null
);
create index cases_attachment_reference on cases_attachment (reference);

-- links for the customer: many a case, only hashes kept
create table cases_tracking_token (
    token_hash  bytea primary key,
    reference   text not null references cases_case (reference),
    created_at  timestamptz not null
);
create index cases_tracking_token_reference on cases_tracking_token (reference);
