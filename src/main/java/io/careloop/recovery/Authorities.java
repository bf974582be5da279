package io.careloop.recovery;

/** Asks the table who may decide. */
public interface Authorities {

    Authority over(CompensationKind kind);
}
