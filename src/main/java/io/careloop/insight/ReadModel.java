package io.careloop.insight;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Tables that pages read, made from the stories of cases. All beans of this type are given each case that changed, within
 * one transaction, in their order. What a story says has to overwrite what the tables say.
 */
interface ReadModel {

    /** Empties the tables; everything is told anew afterwards. */
    void clear();

    /** @param stories of cases, and of processes that are about none */
    void tell(List<Retold> stories);

    /**
     * @param toldUntil row of the newest fact that the tables have of it; 0 if they have none
     */
    record Retold(CaseStory story, long toldUntil) {

        boolean isNew(long row) {
            return row > toldUntil;
        }
    }

    /** The rows of those items that are newer than what the tables have. */
    static <T> List<Object[]> newRows(
            List<Retold> stories,
            Function<CaseStory, List<T>> items,
            ToLongFunction<T> rowOf,
            BiFunction<String, T, Object[]> values) {
        return stories.stream()
                .flatMap(retold -> items.apply(retold.story()).stream()
                        .filter(item -> retold.isNew(rowOf.applyAsLong(item)))
                        .map(item -> values.apply(retold.story().subject(), item)))
                .toList();
    }
}
