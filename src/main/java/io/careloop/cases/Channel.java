package io.careloop.cases;

/** How words of the customer reached us, or ours the customer. */
public enum Channel {
    PORTAL,
    API,
    EMAIL,
    PHONE
}
