package io.careloop.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a file defines, and what it needs in the same deployment. A file that cannot be read defines nothing.
 *
 * @param defines keys of the diagrams, tables or the form in it
 * @param needs   what its elements refer to with the binding "deployment"
 */
record ModelReferences(List<String> defines, List<Reference> needs) {

    /** @param key of what is referred to */
    record Reference(ModelKind kind, String key) {}

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BINDING = "deployment";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    /** Attribute that names something, by the attribute that says to which version of it. */
    private static final Map<String, ModelKind> BOUND =
            Map.of("formRef", ModelKind.FORM, "decisionRef", ModelKind.TABLE, "calledElement", ModelKind.DIAGRAM);

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static ModelReferences of(ModelFile file) {
        ModelReferences references = new ModelReferences(new ArrayList<>(), new ArrayList<>());
        try {
            switch (file.kind().orElseThrow()) {
                case FORM ->
                    references.defines.addAll(formId(file.content()).stream().toList());
                case DIAGRAM -> references.read(file.content(), "process");
                case TABLE -> references.read(file.content(), "decision");
                case CASE_DIAGRAM -> references.read(file.content(), "case");
            }
        } catch (IOException | XMLStreamException e) {
            // whoever checks it says what is wrong with it
            return new ModelReferences(List.of(), List.of());
        }
        return references;
    }

    private static Optional<String> formId(byte[] content) throws IOException {
        JsonNode form = JSON.readTree(content);
        return Optional.ofNullable(form).map(json -> json.path("id").asText()).filter(id -> !id.isEmpty());
    }

    private void read(byte[] content, String definition) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals(definition) && xml.getAttributeValue(null, "id") != null) {
                        defines.add(xml.getAttributeValue(null, "id"));
                    }
                    BOUND.forEach((attribute, kind) -> need(xml, attribute, kind));
                }
            }
        } finally {
            xml.close();
        }
    }

    private void need(XMLStreamReader xml, String attribute, ModelKind kind) {
        String key = xml.getAttributeValue(kind == ModelKind.DIAGRAM ? null : CAMUNDA, attribute);
        if (key != null && BINDING.equals(xml.getAttributeValue(CAMUNDA, attribute + "Binding"))) {
            needs.add(new Reference(kind, key));
        }
    }
}
