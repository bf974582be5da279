package io.careloop.modeling.web;

import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.engine.Languages;
import io.careloop.identity.Groups;
import io.careloop.modeling.version.CaseProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the cases of a group can have in common, and how that reads. */
@Component
class GroupChoices {

    /** Of the parameters that say what the cases have in common. */
    private static final String PARAMETER = "group.";

    private static final int LONGEST_VALUE = 100;

    private final MessageSource messages;

    GroupChoices(MessageSource messages) {
        this.messages = messages;
    }

    /** The values to choose from; none where decision tables name them, and any may be typed. */
    public List<String> of(CaseProperty property) {
        return switch (property) {
            case CHANNEL -> Stream.of(Channel.values()).map(Channel::name).toList();
            case URGENCY -> Stream.of(Urgency.values()).map(Urgency::name).toList();
            case LANGUAGE -> Languages.ALL.stream().map(Locale::toLanguageTag).toList();
            case TEAM -> Groups.WORKING;
            case CATEGORY, PRIORITY -> List.of();
        };
    }

    /** The value as a reader of the language knows it, the value itself if it has no other name. */
    public String name(CaseProperty property, String value, Locale locale) {
        return switch (property) {
            case LANGUAGE -> Locale.forLanguageTag(value).getDisplayName(locale);
            case TEAM -> messages.getMessage("desk.group." + value, null, value, locale);
            default ->
                messages.getMessage(
                        "desk." + property.name().toLowerCase(Locale.ROOT) + "." + value, null, value, locale);
        };
    }

    /** Such as "Came by: e-mail, Language: English"; empty if all cases are meant. */
    public String words(Map<CaseProperty, String> group, Locale locale) {
        return group.entrySet().stream()
                .map(one -> messages.getMessage("trials.property." + one.getKey(), null, locale) + ": "
                        + name(one.getKey(), one.getValue(), locale))
                .collect(Collectors.joining(", "));
    }

    /** What is left empty does not count. */
    static Map<CaseProperty, String> read(Map<String, String> parameters) {
        Map<CaseProperty, String> group = new EnumMap<>(CaseProperty.class);
        for (CaseProperty property : CaseProperty.values()) {
            String value = parameters.getOrDefault(PARAMETER + property, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
                group.put(property, value);
            }
        }
        return group;
    }
}
