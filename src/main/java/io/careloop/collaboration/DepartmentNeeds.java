package io.careloop.collaboration;

import java.util.List;

/** Which departments a kind of case needs from the start. */
public interface DepartmentNeeds {

    /**
     * @param category null while the case is not classified
     * @param priority null while the case is not classified
     * @return groups, empty if the team alone is enough
     */
    List<String> of(String category, String priority);
}
