package io.careloop.notification;

/** Something new is in the outbox. Heard after the commit, to send it at once. */
record MessageQueued() {}
