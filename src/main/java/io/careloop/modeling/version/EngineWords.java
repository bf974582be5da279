package io.careloop.modeling.version;

import java.util.LinkedHashMap;
import java.util.Map;

/** Knows what the engine means when it refuses to move something. */
final class EngineWords {

    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("There is no migration instruction", "no-place");
        MEANINGS.put("have incompatible types", "other-kind");
        MEANINGS.put("Events are not of the same type", "other-kind");
        MEANINGS.put("event scope", "other-border");
        MEANINGS.put("closest mapped ancestor", "other-part");
        MEANINGS.put("multiple mappings", "twice");
        MEANINGS.put("is not asyncAfter", "not-asynchronous");
        MEANINGS.put("is not asyncBefore", "not-asynchronous");
        MEANINGS.put("not supported for activity instance migration", "unsupported");
        MEANINGS.put("does not exist", "ended");
        MEANINGS.put("is null", "ended");
    }

    /** Of the sentence in an owner's words. */
    static String keyOf(String engineWords) {
        return MEANINGS.entrySet().stream()
                .filter(meaning -> engineWords != null && engineWords.contains(meaning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }

    private EngineWords() {}
}
