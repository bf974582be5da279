-- Figures added up by day and by month, so that a period is answered from few rows. All is made from insight_visit and
-- insight_case and can be made anew at any time.

create table insight_sum (
    -- 'D' a day, 'M' a month from its first day on
    span     char(1) not null,
    day      date not null,
    -- key of a process definition, or 'kpi'
    subject  text not null,
    version  integer not null,
    -- id of a node, or of a KPI
    item     text not null,
    -- of all cases together; else of those of one category, team and channel, '' for none
    whole    boolean not null,
    category text not null,
    team     text not null,
    channel  text not null,
    -- of a node: visits, again, failed, breached, unfinished; of a KPI: cases counted, the part, of what
    counts   bigint[] not null,
    -- every single value, sorted and packed: of a node waiting and work in milliseconds; of a KPI its values
    waits    bytea not null,
    works    bytea not null,
    primary key (span, subject, whole, day, version, item, category, team, channel)
);
create index insight_sum_day on insight_sum (day, span);

-- Months that are added up.
create table insight_summed_month (
    month date primary key
);

-- What can be chosen.
create table insight_choice (
    kind  text not null,
    value text not null,
    primary key (kind, value)
);
