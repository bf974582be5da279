package io.careloop.modeling.web;

import io.careloop.engine.FindingWords;
import io.careloop.engine.ModelFinding;
import java.util.List;
import java.util.Locale;

/** What a check found, in the reader's language. */
record ShownFinding(boolean fault, String file, String elementId, String elementName, String sentence) {

    static List<ShownFinding> all(List<ModelFinding> findings, FindingWords words, Locale locale) {
        return findings.stream()
                .map(finding -> new ShownFinding(
                        finding.isFault(),
                        finding.file(),
                        finding.elementId(),
                        finding.elementName(),
                        words.sentence(finding, locale)))
                .toList();
    }
}
