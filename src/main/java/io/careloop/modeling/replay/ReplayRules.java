package io.careloop.modeling.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * What a changed diagram is measured by: {@code processes/modeling/replay.json}.
 *
 * @param mandatoryMessages codes of the messages that a customer who got them then has to get still
 * @param mostStuckPercent  share of the cases that may get stuck before a deployment needs a reason
 */
record ReplayRules(Set<String> mandatoryMessages, int mostStuckPercent) {

    private static final String FILE = "/processes/modeling/replay.json";

    static ReplayRules ofRelease() {
        try (InputStream file = ReplayRules.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(file, ReplayRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
