package io.careloop.engine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A variable that a task leaves behind. Part of {@link DiagramCall}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface DiagramOutput {

    /** Of the variable. */
    String name();

    /** What it says. */
    String description();
}
