-- The group that a task was offered to, of several the first by name; null for what is no task of a group, and for tasks
-- whose offer the log does not have.
alter table insight_visit add column offered_to text;
