-- The clocks of a case: one row each, what it was promised and when whoever must know was told.

create table deadline_clock (
    reference       text not null references cases_case (reference),
    kind            text not null,
    clock_type      text not null,
    -- ISO text: PT2H, or P2D for business days
    time_limit      text not null,
    warning_percent integer not null,
    calendar        text not null,
    started_at      timestamptz not null,
    warn_at         timestamptz not null,
    due_at          timestamptz not null,
    -- the next threshold, moved into opening hours; null when nothing is left to tell
    next_notice_at  timestamptz,
    warned_at       timestamptz,
    missed_at       timestamptz,
    stopped_at      timestamptz,
    primary key (reference, kind)
);
