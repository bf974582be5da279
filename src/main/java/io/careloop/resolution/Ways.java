package io.careloop.resolution;

import java.util.List;

/** Which ways to solve a case of a kind there are; process owners say so in a table. */
public interface Ways {

    /**
     * @param round counts the solutions proposed to the customer, from 1
     * @return in the order of the table; empty where none is on file
     */
    List<Way> of(String category, int round);
}
