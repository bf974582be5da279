-- Complaints climb: who handled a case, and its escalations with all that was decided in them.

-- whoever owned a case or had a task of it; never changed once written
create table cases_handler (
    reference   text not null references cases_case (reference),
    user_id     text not null,
    process     text not null,
    at          timestamptz not null,
    primary key (reference, user_id, process)
);
insert into cases_handler (reference, user_id, process, at)
    select reference, owner, '', registered_at from cases_case;
insert into cases_handler (reference, user_id, process, at)
    select reference, split_part(text, ' · ', 1), '', min(at) from cases_entry where kind = 'HANDED_OVER'
    group by 1, 2 on conflict do nothing;

create table escalation_case (
    id            bigint generated always as identity primary key,
    reference     text not null references cases_case (reference),
    opened_at     timestamptz not null,
    risk          text,
    sensitive     boolean not null default false,
    tier          integer not null default 0,
    next_tier     integer not null default 0,
    team          text,
    due_at        timestamptz,
    reviewer      text,
    answer        text,
    answered_by   text,
    ended_at      timestamptz,
    ending        text,
    ending_reason text
);
-- at most one is open
create unique index escalation_case_open on escalation_case (reference) where ended_at is null;
create index escalation_case_reference on escalation_case (reference, id);

-- why: each reason once
create table escalation_reason (
    id          bigint generated always as identity primary key,
    escalation  bigint not null references escalation_case (id),
    reason      text not null,
    words       text,
    actor       text not null,
    at          timestamptz not null,
    unique (escalation, reason)
);

-- who has had it how long
create table escalation_tier (
    id          bigint generated always as identity primary key,
    escalation  bigint not null references escalation_case (id),
    tier        integer not null,
    team        text not null,
    entered_at  timestamptz not null,
    due_at      timestamptz not null,
    overdue_at  timestamptz
);
create index escalation_tier_escalation on escalation_tier (escalation, id);

-- what reviewers decided
create table escalation_review (
    id          bigint generated always as identity primary key,
    escalation  bigint not null references escalation_case (id),
    tier        integer not null,
    reviewer    text not null,
    outcome     text not null,
    answer      text,
    reason      text,
    at          timestamptz not null
);
create index escalation_review_escalation on escalation_review (escalation, id);

-- what negotiators offered above standard; the category makes cases comparable
create table escalation_offer (
    id          bigint generated always as identity primary key,
    escalation  bigint not null references escalation_case (id),
    category    text,
    negotiator  text not null,
    offer       text,
    reason      text,
    at          timestamptz not null
);
create index escalation_offer_escalation on escalation_offer (escalation, id);
create index escalation_offer_category on escalation_offer (category, id desc) where offer is not null;

-- what legal and quality said to a review's answer
create table escalation_approval (
    id          bigint generated always as identity primary key,
    escalation  bigint not null references escalation_case (id),
    review      bigint not null references escalation_review (id),
    approver    text not null,
    actor       text not null,
    approved    boolean not null,
    reason      text,
    at          timestamptz not null,
    unique (review, approver)
);
create index escalation_approval_escalation on escalation_approval (escalation, id);
