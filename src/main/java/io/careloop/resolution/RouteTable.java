package io.careloop.resolution;

import java.util.List;

/** Knows the routes to a solution of each kind of case. */
public interface RouteTable {

    /**
     * @param category null while nobody has classified the case
     * @param priority null likewise
     * @return in the order of the table; empty if there is none
     */
    List<Route> of(String category, String priority);
}
