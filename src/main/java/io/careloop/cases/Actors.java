package io.careloop.cases;

/** Who did something, where it was not a member of the staff. */
public final class Actors {

    public static final String CUSTOMER = "customer";
    public static final String SYSTEM = "system";

    private Actors() {}
}
