package io.careloop.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a task of a diagram may call, in the words of those who draw diagrams. Stands on every delegate; the Modeler's
 * element templates are made of it, and checks of diagrams hold to it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DiagramCall {

    /** Verb and object, as a task would be named: "Notify customer". */
    String name();

    /** What happens when a case reaches the task, in one or two sentences. */
    String description();

    /** What the task hands over. */
    DiagramInput[] inputs() default {};

    /** Keys of the fields that the form of a task before it must have asked for; those that may be left out too. */
    String[] fields() default {};

    /** Variables that must be there when the task is reached, beside the reference of the case. */
    String[] reads() default {};

    /** Variables that it leaves behind for gateways, timers and later tasks. */
    DiagramOutput[] outputs() default {};

    /** Codes of the errors that a boundary event of the task catches. */
    String[] errors() default {};

    /** Whether it does something that a rollback cannot take back, so that the task needs a transaction of its own. */
    boolean outsideEffect() default false;

    /** Counted up when the inputs change, so that the Modeler offers the new template for tasks that have the old one. */
    int version() default 1;

    /** Whether somebody is told something: drawn with an envelope. */
    boolean message() default false;
}
