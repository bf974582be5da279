-- A channel is one of few, so it is looked up together with what leaves fewer; else each of its cases would be read.
create index insight_case_channel on insight_case (channel, registered_at desc, reference desc);
create index insight_case_breached_channel on insight_case (channel, closed_at desc, reference desc) where breached;
