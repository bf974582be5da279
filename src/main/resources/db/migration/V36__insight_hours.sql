-- Tasks by the hour are added up with the days now: days that are added up already are so once more.
insert into insight_stale_day (day) select distinct day from insight_sum where span = 'D' on conflict do nothing;
