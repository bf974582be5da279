package io.careloop.engine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A thing that a task hands to what it calls: one input parameter of it. Part of {@link DiagramCall}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface DiagramInput {

    /** Of the input parameter. */
    String name();

    /** As the Modeler shows it. */
    String label();

    String description() default "";

    Kind kind();

    /** Whether the task cannot do without it. */
    boolean required() default true;

    /** What can be chosen, where {@code kind} is {@code ONE_OF}; else words that may stand beside what there is. */
    String[] values() default {};

    /** What a new task starts with. */
    String preset() default "";

    /** What the value is, and so what there is to choose from. An expression may stand for any of them. */
    enum Kind {
        /** A text for the customer from {@code processes/notification/templates}, by its name without language. */
        CUSTOMER_TEMPLATE,
        /** The same for the staff. */
        STAFF_TEMPLATE,
        /** Members of the staff by their user ids, with commas between. */
        USERS,
        /** Groups of the staff, with commas between. */
        GROUPS,
        /** Departments, with commas between. */
        DEPARTMENTS,
        /** A clock of the case: its kind, or kind and subject such as {@code promise.3}. */
        CLOCK,
        /** Why a clock stands still: a reason that a policy pack knows. */
        PAUSE_REASON,
        /** How long something may take: {@code PT2H}, {@code P2D}. */
        LIMIT,
        /** One of {@code values}. */
        ONE_OF,
        /** Anything. */
        TEXT
    }
}
