package io.careloop.collaboration;

import io.careloop.identity.Groups;
import java.util.List;

/** The groups that may be asked to help with a case. */
public final class Department {

    public static final List<String> ALL = List.of(
            Groups.TECHNOLOGY,
            Groups.LOGISTICS,
            Groups.BILLING,
            Groups.PRODUCT,
            Groups.LEGAL,
            Groups.QUALITY,
            Groups.EXPERTS);

    private Department() {}
}
