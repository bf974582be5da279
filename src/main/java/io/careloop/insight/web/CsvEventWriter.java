package io.careloop.insight.web;

import io.careloop.engine.CsvCell;
import io.careloop.insight.EventLog.Entry;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row a visit, for spreadsheets and statistics; times in UTC. */
class CsvEventWriter implements EventWriter {

    private static final String HEAD = "case,category,priority,channel,status,diagram,version,instance,node,name,type,"
            + "entered,taken,left,cancelled,resource,deadline_chain_head\r\n";

    private final Writer out;

    CsvEventWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD);
    }

    @Override
    public void write(Entry entry) throws IOException {
        out.write(Stream.of(
                                entry.reference(),
                                entry.category(),
                                entry.priority(),
                                entry.channel(),
                                entry.status(),
                                entry.definition(),
                                entry.version(),
                                entry.instance(),
                                entry.node(),
                                entry.name(),
                                entry.type(),
                                entry.enteredAt(),
                                entry.takenAt(),
                                entry.leftAt(),
                                entry.cancelled(),
                                entry.resource(),
                                entry.deadlineChainHead())
                        .map(value -> CsvCell.of(Objects.toString(value, "")))
                        .collect(Collectors.joining(","))
                + "\r\n");
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
