-- The customer's journey is added up with the other figures of a day; days that are sealed without it are sealed again.
insert into insight_stale_day (day) select distinct day from insight_sum where span = 'D' on conflict do nothing;
