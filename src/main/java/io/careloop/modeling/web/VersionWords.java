package io.careloop.modeling.web;

import io.careloop.modeling.version.Obstacle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what differs, and what stands in the way. */
@Component
class VersionWords {

    private final MessageSource messages;

    VersionWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What is differently said of an element, such as "Limit"; the name in the file for what has no word of its own. */
    public String property(String property, Locale locale) {
        String last = property.substring(property.lastIndexOf(' ') + 1);
        return messages.getMessage("versions.property." + last, null, property, locale);
    }

    public String obstacle(Obstacle obstacle, Locale locale) {
        return messages.getMessage(
                "versions.obstacle." + obstacle.key(),
                new Object[] {
                    obstacle.place() == null ? "" : obstacle.place().name(),
                    obstacle.target() == null ? "" : obstacle.target().name(),
                    obstacle.detail()
                },
                locale);
    }
}
