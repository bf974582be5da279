package io.careloop.insight.web;

import io.careloop.insight.EventLog.Entry;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XES 1.0 (IEEE 1849-2016): a trace a case; of a task the events schedule, start and complete, of other nodes complete;
 * what something else ended has ate_abort in its place. Events of a trace stand in the order of time, as the standard has
 * it: tools take the order of the file for the way of the case.
 */
class XesWriter implements EventWriter {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String TRANSITION = "lifecycle:transition";
    private static final String RESOURCE = "org:resource";

    private final XMLStreamWriter xml;
    private final List<Event> events = new ArrayList<>();
    private String trace;

    private record Event(Entry entry, String transition, Instant at, String resource) {}

    XesWriter(Writer out) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void begin() throws IOException {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("log");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xes.version", "1849.2016");
            xml.writeAttribute("xes.features", "");
            extension("Concept", "concept");
            extension("Time", "time");
            extension("Lifecycle", "lifecycle");
            extension("Organizational", "org");
            global("trace", NAME);
            global("event", NAME, TIME, TRANSITION);
            xml.writeEmptyElement("classifier");
            xml.writeAttribute("name", "Activity");
            xml.writeAttribute("keys", NAME);
            value("string", NAME, "Careloop");
            value("string", "lifecycle:model", "standard");
        });
    }

    @Override
    public void write(Entry entry) throws IOException {
        write(() -> {
            if (!entry.reference().equals(trace)) {
                endTrace();
                beginTrace(entry);
            }
            boolean isTask = entry.type().equals("userTask");
            if (isTask) {
                event(entry, "schedule", entry.enteredAt(), null);
                event(entry, "start", entry.takenAt(), entry.resource());
            }
            event(entry, entry.cancelled() ? "ate_abort" : "complete", entry.leftAt(), entry.resource());
        });
    }

    @Override
    public void end() throws IOException {
        write(() -> {
            endTrace();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private void beginTrace(Entry entry) throws XMLStreamException {
        trace = entry.reference();
        xml.writeStartElement("trace");
        value("string", NAME, entry.reference());
        value("string", "category", entry.category());
        value("string", "priority", entry.priority());
        value("string", "channel", entry.channel());
        value("string", "status", entry.status());
        value("string", "deadlineChainHead", entry.deadlineChainHead());
    }

    private void endTrace() throws XMLStreamException {
        if (trace != null) {
            events.sort(Comparator.comparing(Event::at));
            for (Event event : events) {
                write(event);
            }
            events.clear();
            xml.writeEndElement();
        }
    }

    private void event(Entry entry, String transition, Instant at, String resource) {
        if (at != null) {
            events.add(new Event(entry, transition, at, resource));
        }
    }

    private void write(Event event) throws XMLStreamException {
        Entry entry = event.entry();
        xml.writeStartElement("event");
        value("string", NAME, entry.name());
        value("string", TRANSITION, event.transition());
        value("date", TIME, event.at().toString());
        value("string", RESOURCE, event.resource());
        value("string", "node", entry.node());
        value("string", "diagram", entry.definition());
        value("int", "version", String.valueOf(entry.version()));
        value("string", "instance", entry.instance());
        xml.writeEndElement();
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", NAMESPACE + prefix + ".xesext");
    }

    private void global(String scope, String... keys) throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        for (String key : keys) {
            boolean isTime = key.equals(TIME);
            value(isTime ? "date" : "string", key, isTime ? Instant.EPOCH.toString() : "UNKNOWN");
        }
        xml.writeEndElement();
    }

    private void value(String type, String key, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement(type);
            xml.writeAttribute("key", key);
            xml.writeAttribute("value", value);
        }
    }

    private static void write(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
