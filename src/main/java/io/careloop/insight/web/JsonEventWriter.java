package io.careloop.insight.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.careloop.insight.EventLog.Entry;
import java.io.IOException;
import java.io.Writer;

/** A JSON array with an object a visit. */
class JsonEventWriter implements EventWriter {

    private final ObjectMapper json;
    private final Writer out;
    private SequenceWriter rows;

    JsonEventWriter(ObjectMapper json, Writer out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        rows = json.writerFor(Entry.class).writeValuesAsArray(out);
    }

    @Override
    public void write(Entry entry) throws IOException {
        rows.write(entry);
    }

    @Override
    public void end() throws IOException {
        rows.close();
    }
}
