-- Figures of today look at its tasks alone, which are one visit in five.
create index insight_visit_task on insight_visit (left_at) where type = 'userTask' and not cancelled and left_at is not null;
