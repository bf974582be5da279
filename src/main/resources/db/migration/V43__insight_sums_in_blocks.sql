-- Packed values say now how many they are and where each block of them begins. They are read as they lie on disk:
-- packed once more they would not be smaller, only slower.
alter table insight_sum alter column waits set storage external, alter column works set storage external;

insert into insight_stale_day (day) select distinct day from insight_sum where span = 'D' on conflict do nothing;
delete from insight_summed_month;
truncate insight_sum;
