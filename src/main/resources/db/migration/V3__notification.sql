-- Messages wait here from the transaction that caused them until the mail server has taken them.
create table notification_outbox (
    id               uuid primary key,
    -- the same reason queues a message once
    reason           text not null unique,
    reference        text not null references cases_case (reference),
    recipient_kind   text not null,
    -- null: the customer can only be called
    address          text,
    author           text not null,
    locale           text not null,
    template         text not null,
    template_version integer not null,
    subject          text not null,
    body             text not null,
    message_id       text not null,
    -- Message-IDs of the conversation so far, oldest first, separated by blanks
    thread           text not null,
    state            text not null,
    attempts         integer not null default 0,
    -- of a pending message: when it is tried; of one being sent: when its sender counts as crashed
    next_attempt_at  timestamptz not null,
    last_error       text,
    queued_at        timestamptz not null,
    changed_at       timestamptz not null
);
create index notification_outbox_due on notification_outbox (next_attempt_at) where state in ('PENDING', 'SENDING');
create index notification_outbox_reference on notification_outbox (reference, queued_at);

-- db-scheduler 16: background work that runs on one node at a time
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
