-- What came in already, so that a repeated delivery changes nothing.

create table intake_idempotency (
    key_hash     bytea primary key,
    request_hash bytea not null,
    reference    text references cases_case (reference),
    used_at      timestamptz not null
);
create index intake_idempotency_used on intake_idempotency (used_at);

-- one row a mail that was handled; message_id is the mail's own, or a hash of it where it has none
create table intake_mail (
    message_id text primary key,
    sender     text not null,
    outcome    text not null,
    reference  text references cases_case (reference),
    handled_at timestamptz not null
);
create index intake_mail_sender on intake_mail (sender, handled_at);
create index intake_mail_handled on intake_mail (handled_at);
