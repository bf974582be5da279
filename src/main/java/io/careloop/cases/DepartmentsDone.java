package io.careloop.cases;

/** No question to a department is open any more. Heard within the same transaction. */
public record DepartmentsDone(CaseReference reference) {}
