package io.careloop.escalation;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reads what customers say, for the table of risks. */
@Service
public class Complaints {

    private final CaseFiles cases;
    private final Conversation conversation;

    Complaints(CaseFiles cases, Conversation conversation) {
        this.cases = cases;
        this.conversation = conversation;
    }

    /** All that the customer has said about the case. */
    public ComplaintFacts read(CaseReference reference) {
        CaseFile file = cases.get(reference);
        Stream<String> written = received(reference).flatMap(message -> Stream.of(message.subject(), message.text()));
        return facts(file, Stream.concat(request(file), written));
    }

    /** What they said at first, before any message. */
    public ComplaintFacts readRequest(CaseReference reference) {
        CaseFile file = cases.get(reference);
        return facts(file, request(file));
    }

    private static Stream<String> request(CaseFile file) {
        return Stream.of(file.subject(), file.description(), file.remedySought(), file.triedSteps());
    }

    /** One message alone. */
    public ComplaintFacts read(CaseReference reference, UUID message) {
        return facts(
                cases.get(reference),
                received(reference)
                        .filter(one -> one.id().equals(message))
                        .flatMap(one -> Stream.of(one.subject(), one.text())));
    }

    private Stream<CaseMessage> received(CaseReference reference) {
        return conversation.of(reference).stream().filter(message -> message.direction() == Direction.IN);
    }

    private static ComplaintFacts facts(CaseFile file, Stream<String> words) {
        String text = words.filter(word -> word != null).collect(Collectors.joining("\n"));
        return new ComplaintFacts(text.toLowerCase(Locale.ROOT), file.channel(), file.category());
    }
}
