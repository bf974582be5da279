package io.careloop.cases;

import java.util.Map;
import java.util.Optional;

/** A part of the staff's case page that another module knows more about. All beans of this type are asked, in their order. */
public interface CaseFileSection {

    /**
     * @param viewer user id of the reader
     * @return empty if there is nothing for this reader to see or do
     */
    Optional<Section> forCase(CaseFile file, String viewer);

    /**
     * @param titleKey key of the heading in the message bundle
     * @param fragment Thymeleaf fragment, such as {@code desk/deadlines :: section}
     * @param model    what the fragment reads, as {@code section.model}
     */
    record Section(String titleKey, String fragment, Map<String, Object> model) {}
}
