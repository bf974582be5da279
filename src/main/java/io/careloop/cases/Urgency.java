package io.careloop.cases;

/** How urgent the customer calls it. Unknown counts as normal. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH
}
