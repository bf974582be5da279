-- a case that is left to one group, to whoever has to approve something of it, and to the managers
alter table cases_case add column restricted_to text;

-- who is away, from the first to the last day, and who stands in; never changed, only withdrawn
create table identity_absence (
    id           uuid primary key,
    user_id      text not null,
    first_day    date not null,
    last_day     date not null,
    deputy       text,
    entered_by   text not null,
    entered_at   timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    constraint identity_absence_days check (first_day <= last_day),
    constraint identity_absence_deputy check (deputy <> user_id)
);
create index identity_absence_user on identity_absence (user_id, last_day) where withdrawn_at is null;
create index identity_absence_deputies on identity_absence (deputy, last_day) where withdrawn_at is null;
