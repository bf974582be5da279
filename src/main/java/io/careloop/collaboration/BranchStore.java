package io.careloop.collaboration;

import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.collaboration.Branch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions of collaborations, who had each how long and who looked, and what happened to it. */
@Repository
class BranchStore {

    private static final RowMapper<Branch> BRANCH = (row, number) -> new Branch(
            row.getLong("id"),
            row.getLong("run"),
            CaseReference.of(row.getString("reference")),
            row.getInt("number"),
            row.getString("department"),
            row.getString("question"),
            instant(row, "asked_at"),
            row.getString("asked_by"),
            State.valueOf(row.getString("state")),
            Duration.parse(row.getString("allowed")),
            Duration.ofSeconds(row.getLong("held_seconds")),
            instant(row, "since"),
            instant(row, "due_at"),
            row.getInt("hand_backs"),
            row.getBoolean("late"),
            row.getString("answer"),
            instant(row, "ended_at"));

    private static final RowMapper<BranchStep> STEP = (row, number) -> new BranchStep(
            instant(row, "at"),
            Kind.valueOf(row.getString("kind")),
            row.getString("actor"),
            row.getString("department"),
            row.getString("text"));

    private final JdbcClient jdbc;

    BranchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Branch ask(long run, CaseReference reference, Question question, Duration allowed, String actor, Instant at) {
        return jdbc.sql("""
                        insert into collaboration_branch
                            (run, reference, number, department, question, asked_at, asked_by, state, allowed)
                        values (:run, :reference,
                            1 + (select count(*) from collaboration_branch where run = :run),
                            :department, :question, :at, :actor, :state, :allowed)
                        returning *""")
                .param("run", run)
                .param("reference", reference.value())
                .param("department", question.department())
                .param("question", question.text())
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("state", State.WITH_DEPARTMENT.name())
                .param("allowed", allowed.toString())
                .query(BRANCH)
                .single();
    }

    Branch branch(long id) {
        return jdbc.sql("select * from collaboration_branch where id = ?")
                .param(id)
                .query(BRANCH)
                .single();
    }

    /** By number. */
    List<Branch> branchesOf(long run) {
        return jdbc.sql("select * from collaboration_branch where run = ? order by number")
                .param(run)
                .query(BRANCH)
                .list();
    }

    /** All of a case, oldest first. */
    List<Branch> branchesOf(CaseReference reference) {
        return jdbc.sql("select * from collaboration_branch where reference = ? order by id")
                .param(reference.value())
                .query(BRANCH)
                .list();
    }

    /** Cases of which one of the departments has an open question. */
    Set<CaseReference> casesOf(Set<String> departments) {
        return jdbc
                .sql(
                        "select reference from collaboration_branch where ended_at is null and department in (:departments)")
                .param("departments", departments)
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The department has it from now on. */
    void hand(Branch branch, Instant since, Instant dueAt) {
        jdbc.sql("update collaboration_branch set state = ?, since = ?, due_at = ? where id = ?")
                .params(State.WITH_DEPARTMENT.name(), Timestamp.from(since), Timestamp.from(dueAt), branch.id())
                .update();
        jdbc.sql("insert into collaboration_hold (branch, department, since, due_at) values (?, ?, ?, ?)")
                .params(branch.id(), branch.department(), Timestamp.from(since), Timestamp.from(dueAt))
                .update();
    }

    /** The department has had it for a while, and no longer has. */
    void letGo(Branch branch, Instant at, Duration held, boolean late, String ending) {
        jdbc.sql("""
                        update collaboration_hold set until_at = ?, held_seconds = ?, late = ?, ending = ?
                        where branch = ? and until_at is null""")
                .params(Timestamp.from(at), held.toSeconds(), late, ending, branch.id())
                .update();
        jdbc.sql("""
                        update collaboration_branch
                        set since = null, held_seconds = held_seconds + ?, late = late or ? where id = ?""").params(held.toSeconds(), late, branch.id()).update();
    }

    void state(Branch branch, State state) {
        jdbc.sql("update collaboration_branch set state = ? where id = ?")
                .params(state.name(), branch.id())
                .update();
    }

    void handedBack(Branch branch) {
        jdbc.sql("update collaboration_branch set hand_backs = hand_backs + 1 where id = ?")
                .param(branch.id())
                .update();
    }

    void noteLate(Branch branch) {
        jdbc.sql("update collaboration_branch set late = true where id = ?")
                .param(branch.id())
                .update();
    }

    /** To another department, which begins anew. */
    void move(Branch branch, String department, Duration allowed) {
        jdbc.sql("update collaboration_branch set department = ?, allowed = ?, held_seconds = 0 where id = ?")
                .params(department, allowed.toString(), branch.id())
                .update();
    }

    /** @param dueAt null while nobody counts */
    void extend(Branch branch, Duration allowed, Instant dueAt) {
        jdbc.sql("update collaboration_branch set allowed = ?, due_at = coalesce(?, due_at) where id = ?")
                .params(allowed.toString(), dueAt == null ? null : Timestamp.from(dueAt), branch.id())
                .update();
        if (dueAt != null) {
            jdbc.sql("update collaboration_hold set due_at = ? where branch = ? and until_at is null")
                    .params(Timestamp.from(dueAt), branch.id())
                    .update();
        }
    }

    void end(Branch branch, State state, String answer, Instant at) {
        jdbc.sql("update collaboration_branch set state = ?, answer = ?, ended_at = ? where id = ?")
                .params(state.name(), answer, Timestamp.from(at), branch.id())
                .update();
    }

    /** @return whether it was the first look of this user */
    boolean look(Branch branch, String user, Instant at) {
        return jdbc.sql("""
                        insert into collaboration_look (branch, user_id, at) values (?, ?, ?)
                        on conflict do nothing""").params(branch.id(), user, Timestamp.from(at)).update() == 1;
    }

    void addStep(Branch branch, BranchStep step) {
        jdbc.sql("""
                        insert into collaboration_step (branch, at, kind, actor, department, text)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        branch.id(),
                        Timestamp.from(step.at()),
                        step.kind().name(),
                        step.actor(),
                        step.department(),
                        step.text())
                .update();
    }

    /** Oldest first. */
    List<BranchStep> stepsOf(long branch) {
        return jdbc.sql("select * from collaboration_step where branch = ? order by id")
                .param(branch)
                .query(STEP)
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
