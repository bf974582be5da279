-- Every change of every calendar, the first one creating it. Nothing here is ever changed or removed: a due date that was
-- counted by a revision can be counted by it again.

create table deadline_calendar (
    name         text not null,
    revision     integer not null check (revision > 0),
    -- the days from which this applies
    valid_from   date not null,
    zone         text not null,
    -- {"MONDAY": ["09:00-12:00", "13:00-18:00"]}
    week         jsonb not null,
    -- ["2026-10-01"]
    holidays     jsonb not null,
    -- ["2026-10-10", {"date": "2026-02-14", "hours": ["09:00-12:00"]}]
    working_days jsonb not null,
    reason       text not null,
    -- whether running deadlines may move to later because of it
    allow_later  boolean not null,
    changed_by   text not null,
    changed_at   timestamptz not null,
    -- of the file of the release that it was made from; null if a person made it
    sha256       text,
    primary key (name, revision)
);

create function deadline_calendar_stays() returns trigger language plpgsql as $$
begin
    raise exception 'Revisions of calendars are never changed or removed';
end $$;

create trigger deadline_calendar_stays before update or delete on deadline_calendar
    for each row execute function deadline_calendar_stays();

-- the calendar that clocks were counted by before calendars were on file
insert into deadline_calendar
select 'standard', 1, date '1970-01-01', 'Asia/Shanghai',
       jsonb_object_agg(day, jsonb_build_array('09:00-12:00', '13:00-18:00')), '[]', '[]',
       'The opening hours of the settings, by which was counted until then', false, 'system', now(), null
from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']) day
where exists (select 1 from deadline_clock where calendar = 'standard')
having count(*) > 0;
