package io.careloop.recovery;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever erred may say so: something is learnt from it, and nothing is counted against anybody. Neither the item, nor
 * the timeline, nor the record of its process says who it was.
 */
@Service
public class Learning {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final RecoveryProcesses processes;
    private final Clock clock;

    Learning(JdbcClient jdbc, Timeline timeline, RecoveryProcesses processes, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Opens an item.
     *
     * @param what went wrong; it belongs to the item alone
     * @return code of the refusal, if it is refused
     */
    @Transactional
    public Optional<String> open(CaseReference reference, String what) {
        if (what == null || what.length() > LONGEST) {
            return Optional.of("error-needed");
        }
        long id = jdbc.sql("insert into recovery_learning (reference, opened_at, what) values (?, ?, ?) returning id")
                .params(reference.value(), Timestamp.from(clock.instant()), what)
                .query(Long.class)
                .single();
        timeline.note(reference, Kind.LESSON_WANTED, Actors.SYSTEM, "");
        processes.startLearning(reference, id);
        return Optional.empty();
    }

    /** @return code of the refusal, if it is refused */
    @Transactional
    public Optional<String> learnt(long id, CaseReference reference, String lesson) {
        if (lesson == null) {
            return Optional.of("lesson-needed");
        }
        jdbc.sql("update recovery_learning set lesson = ?, closed_at = ? where id = ? and closed_at is null")
                .params(lesson, Timestamp.from(clock.instant()), id)
                .update();
        timeline.note(reference, Kind.LESSON_LEARNT, Actors.SYSTEM, lesson);
        return Optional.empty();
    }

    /** What went wrong, as it was told. */
    public String whatWentWrong(long id) {
        return jdbc.sql("select what from recovery_learning where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
