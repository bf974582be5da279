-- KPIs of first responses ask for a day's answers, as those of closed cases do for a day's closings.
create index insight_case_first_response on insight_case (first_response_at) where first_response_at is not null;
