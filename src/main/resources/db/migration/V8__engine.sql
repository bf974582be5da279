-- A poll of the job executor reads the job table by due date, which the engine leaves without an index.
create index engine_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;
create index engine_job_locked on act_ru_job (lock_exp_time_) where lock_owner_ is not null;

-- Every content that a release ever brought for a diagram, table or form: tells ours from an owner's.
create table engine_released_resource (
    name        text not null,
    sha256      text not null,
    released_at timestamptz not null,
    primary key (name, sha256)
);
