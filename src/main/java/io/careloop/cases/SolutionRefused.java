package io.careloop.cases;

/**
 * The customer said no to a solution. Heard within the same transaction.
 *
 * @param round counts the solutions proposed, from 1
 */
public record SolutionRefused(CaseReference reference, int round) {}
