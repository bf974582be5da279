-- Changed diagrams are played with the cases of the past (kind DIAGRAM); some lose a message that the customer must have got.
alter table modeling_replay add column lost bigint not null default 0;

-- Cases of a diagram are found by the time of their start.
create index insight_instance_started on insight_instance (definition, started_at, id);

-- Why a diagram that would leave too many cases stuck may be deployed nevertheless; outlives the run.
create table modeling_deployment_reason (
    sha256     text        primary key,
    diagram    text        not null,
    file       text        not null,
    -- cases that would have got stuck, and all of which it could be told
    stuck      bigint      not null,
    told       bigint      not null,
    given_by   text        not null,
    given_at   timestamptz not null,
    reason     text        not null
);
