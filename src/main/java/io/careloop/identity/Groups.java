package io.careloop.identity;

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

    private Groups() {}
}
