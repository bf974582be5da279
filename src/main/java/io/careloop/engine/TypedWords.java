package io.careloop.engine;

import java.util.Collection;
import java.util.Map;

/**
 * Knows the words of customers that some tables look at. The record of a decision leaves them out; this finds them where
 * they can be corrected and erased, so as they are now.
 */
public interface TypedWords {

    /** Id of the column that takes them, in every table. */
    String COLUMN = "Input_text";

    /** @param table key of a decision table */
    boolean areReadBy(String table);

    /** By reference of the case, in the form in which the tables are given them; cases that are gone are left out. */
    Map<String, String> of(Collection<String> references);
}
