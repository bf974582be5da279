package io.careloop.deadline;

import java.util.List;

/** Decides when whom is told of a clock. */
public interface NoticeTable {

    /**
     * @param category null while the case is not classified
     * @param priority null while the case is not classified
     */
    List<Threshold> of(ClockKind kind, String category, String priority);
}
