-- What managers and auditors look at. The log of facts is the only source of all else here: it is only ever added to and
-- outlives the engine's own history; the other tables are made from it and can be made anew at any time.

-- One row a transaction and case.
create table insight_fact (
    id      bigint generated always as identity primary key,
    -- reference of the case; id of the process instance where there is none
    subject text not null,
    at      timestamptz not null,
    -- [{"fact": "node-entered", "at": 1790000000000, "node": "Activity_AnalyseRequest", …}, …], times in milliseconds
    facts   jsonb not null
) with (toast_tuple_target = 256);
create index insight_fact_subject on insight_fact (subject, id);

create function insight_fact_is_only_added() returns trigger language plpgsql as
    $$ begin raise exception 'facts are only added'; end $$;
create trigger insight_fact_is_only_added before update or delete or truncate on insight_fact
    for each statement execute function insight_fact_is_only_added();

-- Subjects with facts that the tables below do not have yet; a subject may wait more than once.
create table insight_pending (
    id      bigint generated always as identity primary key,
    subject text not null
);

-- One row a case: what it was, how it went.
create table insight_case (
    reference             text primary key,
    told_until            bigint not null,
    channel               text not null,
    urgency               text not null,
    language              text not null,
    contact               text not null,
    status                text not null,
    stage                 text not null,
    owner                 text not null,
    category              text,
    priority              text,
    team                  text,
    cause                 text,
    linked_to             text,
    restricted_to         text,
    registered_at         timestamptz not null,
    first_response_at     timestamptz,
    resolved_at           timestamptz,
    closed_at             timestamptz,
    -- null once the case is over
    stands_at             text,
    first_response_due    timestamptz,
    -- what the clock counted until the first response; null until then
    first_response_seconds bigint,
    first_response_late   boolean not null,
    resolution_due        timestamptz,
    resolution_seconds    bigint,
    resolution_late       boolean not null,
    -- a clock that people follow was missed for good; what is late at the moment shows next_due
    breached              boolean not null,
    -- the earliest due date that is still ahead or missed and not met
    next_due              timestamptz,
    reopened              integer not null,
    transfers             integer not null,
    escalations           integer not null,
    recoveries            integer not null,
    departments           integer not null,
    hand_backs            integer not null,
    contacts              integer not null,
    messages_out          integer not null,
    promises_made         integer not null,
    promises_kept         integer not null,
    promises_broken       integer not null,
    failed_deliveries     integer not null,
    incidents             integer not null,
    word                  text,
    score                 integer,
    acknowledged          boolean not null,
    answered              boolean not null,
    followed_up           boolean not null,
    -- the same customer came with the same kind of request within 14 days after it was closed
    came_back             boolean not null default false
);
create index insight_case_registered on insight_case (registered_at desc, reference desc);
create index insight_case_closed on insight_case (closed_at) where closed_at is not null;
create index insight_case_running on insight_case (next_due) where closed_at is null;
create index insight_case_contact on insight_case (contact, registered_at);

-- One row a process instance of a case.
create table insight_instance (
    id          text primary key,
    reference   text not null,
    definition  text not null,
    version     integer not null,
    definition_id text not null,
    called_by   text,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    -- as the engine's history says it; null while it runs
    state       text
);
create index insight_instance_reference on insight_instance (reference);
create index insight_instance_definition on insight_instance (definition, version);

-- One row a visit of a node.
create table insight_visit (
    reference   text not null,
    -- in the order of entering, from 1 in each case
    number      integer not null,
    instance    text not null,
    definition  text not null,
    version     integer not null,
    node        text not null,
    type        text not null,
    -- how often the instance had been at the node, this visit included
    round       integer not null,
    entered_at  timestamptz not null,
    -- when somebody took the task; null for other nodes, and for a task that nobody took
    taken_at    timestamptz,
    left_at     timestamptz,
    cancelled   boolean not null,
    -- user id of whoever had the task last
    assignee    text,
    -- milliseconds until it was taken, and from then on; of other nodes all is work, or waiting for an event
    wait_ms     bigint,
    work_ms     bigint,
    -- an incident happened here
    failed      boolean not null,
    -- a deadline passed during the visit
    breached    boolean not null,
    -- the case ended here before it was finished
    unfinished  boolean not null,
    primary key (reference, number)
);
create index insight_visit_left on insight_visit (left_at, definition) where left_at is not null;
create index insight_visit_standing on insight_visit (definition, node) where left_at is null;

-- One row an evaluation of a decision table.
create table insight_decision (
    reference     text not null,
    -- in the order of asking, from 1 in each case
    number        integer not null,
    definition    text not null,
    definition_id text not null,
    node          text,
    at            timestamptz not null,
    -- by the id of the column
    inputs        jsonb not null,
    rules         text[] not null,
    -- one object for each rule that fired
    outputs       jsonb not null,
    primary key (reference, number)
);
create index insight_decision_at on insight_decision (definition, at);

create table insight_incident (
    id          text primary key,
    reference   text not null,
    instance    text not null,
    definition  text not null,
    version     integer not null,
    node        text,
    type        text not null,
    message     text,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create index insight_incident_reference on insight_incident (reference);

-- Days whose figures have changed since they were added up, in the zone of the service.
create table insight_stale_day (
    day date primary key
);
