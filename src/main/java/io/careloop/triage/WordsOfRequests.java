package io.careloop.triage;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.TypedWords;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The request, which the tables of triage are given. */
@Component
class WordsOfRequests implements TypedWords {

    private static final Set<String> TABLES = Set.of("triage-classification", "triage-priority");

    private final CaseFiles cases;

    WordsOfRequests(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public boolean areReadBy(String table) {
        return TABLES.contains(table);
    }

    @Override
    public Map<String, String> of(Collection<String> references) {
        return cases
                .findAll(references.stream()
                        .flatMap(text -> CaseReference.parse(text).stream())
                        .toList())
                .stream()
                .filter(file -> file.description() != null)
                .collect(Collectors.toMap(file -> file.reference().value(), Triage::wordsOf));
    }
}
