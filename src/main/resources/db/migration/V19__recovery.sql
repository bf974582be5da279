-- A failure is made good: what upset the customer, who makes it good, and each compensation with who decided it.

-- one row a case: whoever decides about its money holds it, so that the sum is never off
create table recovery_account (
    reference   text primary key references cases_case (reference),
    currency    text not null,
    -- the price or amount that the case is about, if somebody knows it
    stake       numeric(12, 2) check (stake > 0)
);

create table recovery_case (
    id            bigint generated always as identity primary key,
    reference     text not null references cases_case (reference),
    opened_at     timestamptz not null,
    -- by when somebody is to have apologised
    due_at        timestamptz not null,
    owner         text,
    apology       text,
    apologised_at timestamptz,
    fix           text,
    checks        integer not null default 0,
    cause_code    text,
    ended_at      timestamptz,
    ending        text check (ending in ('MADE_GOOD', 'NOT_REACHED', 'CASE_OVER'))
);
-- at most one is open
create unique index recovery_case_open on recovery_case (reference) where ended_at is null;
create index recovery_case_reference on recovery_case (reference, id);

-- what made the customer less content, each occurrence once; the points of a case add up to its score
create table recovery_contribution (
    id          bigint generated always as identity primary key,
    reference   text not null references cases_case (reference),
    occurrence  text not null,
    happening   text not null,
    points      integer not null,
    detail      text,
    at          timestamptz not null,
    -- the recovery that it started or joined
    recovery    bigint references recovery_case (id),
    unique (reference, occurrence)
);
create index recovery_contribution_recovery on recovery_contribution (recovery) where recovery is not null;

-- each grant, refusal and reversal; the id is the key under which the payment is made
create table recovery_ledger (
    id              uuid primary key,
    reference       text not null references recovery_account (reference),
    recovery        bigint references recovery_case (id),
    request_key     text not null unique,
    reverses        uuid unique references recovery_ledger (id),
    kind            text not null,
    amount          numeric(12, 2) not null check (amount >= 0),
    currency        text not null,
    proposer        text not null,
    reason          text not null,
    stake_reason    text,
    asked_group     text,
    state           text not null check (state in
                        ('PROPOSED', 'GRANTED', 'PAID', 'NOT_PAID', 'REFUSED', 'REVERSAL')),
    approver        text,
    decision_reason text,
    at              timestamptz not null,
    decided_at      timestamptz,
    settled_at      timestamptz,
    -- calls to the payment service, counted before each call leaves
    attempts        integer not null default 0,
    attempted_at    timestamptz,
    -- why a person has to pay: no-service, in-kind, refused or undecided
    by_hand         text,
    receipt         text,
    check (approver <> proposer),
    check ((state = 'REVERSAL') = (reverses is not null))
);
create index recovery_ledger_reference on recovery_ledger (reference, at);

-- what went wrong and what is learnt from it; nobody's name is in it
create table recovery_learning (
    id          bigint generated always as identity primary key,
    reference   text not null references cases_case (reference),
    opened_at   timestamptz not null,
    what        text not null,
    lesson      text,
    closed_at   timestamptz
);
create index recovery_learning_reference on recovery_learning (reference);
