-- The visits behind a figure of a diagram, without reading those of all other nodes of these days.
create index insight_visit_node on insight_visit (definition, node, left_at) where left_at is not null;
