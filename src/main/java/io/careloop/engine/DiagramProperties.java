package io.careloop.engine;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** Properties that whoever draws a diagram gives a node in the Modeler. */
final class DiagramProperties {

    /** Null if the node has no such property. */
    static String find(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return null;
        }
        return properties.elements("property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }

    private DiagramProperties() {}
}
