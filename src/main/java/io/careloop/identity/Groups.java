package io.careloop.identity;

import java.util.List;
import java.util.stream.Stream;

/** The groups that diagrams, rights and tables name. */
public final class Groups {

    public static final String AGENTS = "agents";
    public static final String EXPERTS = "experts";
    public static final String TECHNOLOGY = "technology";
    public static final String LOGISTICS = "logistics";
    public static final String BILLING = "billing";
    public static final String PRODUCT = "product";
    public static final String LEGAL = "legal";
    public static final String QUALITY = "quality";
    public static final String COMPLAINTS = "complaints";
    public static final String NEGOTIATORS = "negotiators";
    public static final String COORDINATORS = "coordinators";
    public static final String RECOVERY = "recovery";
    public static final String MANAGERS = "managers";
    public static final String AUDITORS = "auditors";
    public static final String OWNERS = "owners";
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Those who work on tasks of cases. */
    public static final List<String> WORKING = List.of(
            AGENTS,
            EXPERTS,
            TECHNOLOGY,
            LOGISTICS,
            BILLING,
            PRODUCT,
            LEGAL,
            QUALITY,
            COMPLAINTS,
            NEGOTIATORS,
            COORDINATORS,
            RECOVERY);

    public static final List<String> ALL = Stream.concat(
                    WORKING.stream(), Stream.of(MANAGERS, AUDITORS, OWNERS, ADMINISTRATORS))
            .toList();

    private static final String AUTHORITY_PREFIX = "GROUP_";

    /** The authority that a member of {@code group} has after signing in. */
    public static String authority(String group) {
        return AUTHORITY_PREFIX + group;
    }

    /** The group behind an authority, empty for an authority that stands for no group. */
    static Stream<String> ofAuthority(String authority) {
        return authority.startsWith(AUTHORITY_PREFIX)
                ? Stream.of(authority.substring(AUTHORITY_PREFIX.length()))
                : Stream.empty();
    }

    private Groups() {}
}
