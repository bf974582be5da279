package io.careloop.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.careloop.cases.CaseFile;
import io.careloop.cases.Contact;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what a message says of its case. Only what the template asks for is looked up: every look-up is a query. */
@Component
class CaseFacts {

    /** Stands in texts for the customer's link until the message leaves, since a token is never stored readable. */
    static final String LINK_MARK = "\uE000";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|" + LINK_MARK);
    private static final Pattern LOOKS_LIKE_A_LINK = Pattern.compile("(?i)://|www\\.|[/@]");
    private static final int LONGEST_NAME = 80;

    /** Nearly every message is signed; a new name may show a minute later. */
    private final Cache<String, String> names = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final Staff staff;
    private final Links links;
    private final ObjectProvider<MessageFacts> modules;
    private final MessageSource words;

    CaseFacts(Staff staff, Links links, ObjectProvider<MessageFacts> modules, MessageSource words) {
        this.staff = staff;
        this.links = links;
        this.modules = modules;
        this.words = words;
    }

    /** @param reason the key of the message; empty for words that are no message yet */
    Map<String, Object> gather(CaseFile file, Contact contact, Locale locale, Set<String> names, String reason) {
        Map<String, Object> facts = new HashMap<>();
        own(file, contact, locale).forEach((name, fact) -> {
            if (names.contains(name)) {
                facts.put(name, fact.get());
            }
        });
        Set<String> missing = new HashSet<>(names);
        missing.retainAll(FactNames.OF_OTHERS);
        for (MessageFacts module : modules.orderedStream().toList()) {
            if (missing.isEmpty()) {
                break;
            }
            Map<String, Object> told = module.factsFor(file, locale, missing, reason);
            told.forEach((name, fact) -> facts.putIfAbsent(name, clean(fact)));
            missing.removeAll(told.keySet());
        }
        return facts;
    }

    /** Without control characters; what somebody wrote cannot stand for the link either. */
    static Object clean(Object fact) {
        return fact instanceof String text
                ? CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(" ")
                : fact;
    }

    String nameOf(String userId) {
        return names.get(userId, id -> staff.find(id).map(StaffMember::name).orElse(id));
    }

    private Map<String, Supplier<Object>> own(CaseFile file, Contact contact, Locale locale) {
        return Map.of(
                FactNames.REFERENCE, () -> file.reference().value(),
                FactNames.CUSTOMER_NAME, () -> nameOf(contact),
                FactNames.OWNER_NAME, () -> nameOf(file.owner()),
                FactNames.TRACKING_LINK, () -> LINK_MARK,
                FactNames.DESK_LINK, () -> links.desk(file.reference()),
                FactNames.STAGE, () -> words.getMessage("mail.stage." + file.stage(), null, locale),
                FactNames.TEAM_NAME, () -> teamOf(file, locale));
    }

    private String teamOf(CaseFile file, Locale locale) {
        return file.team() == null ? "" : words.getMessage("desk.group." + file.team(), null, file.team(), locale);
    }

    /**
     * Anybody may type a name and somebody else's address into a public form: a "name" that carries a link or a text is
     * not passed on.
     */
    private static String nameOf(Contact contact) {
        String name = contact.name();
        return name == null
                        || name.length() > LONGEST_NAME
                        || name.contains("\n")
                        || LOOKS_LIKE_A_LINK.matcher(name).find()
                ? ""
                : clean(name).toString().strip();
    }
}
