package io.careloop.insight.web;

import io.careloop.insight.EventLog.Entry;
import java.io.IOException;

/** Writes a log of events in one format, entry by entry; entries of a case come one after another. */
interface EventWriter {

    void begin() throws IOException;

    void write(Entry entry) throws IOException;

    void end() throws IOException;
}
