package io.careloop.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.Actors;
import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the calendars that the release brings on file: {@code processes/deadline/calendars/<name>.json}, in the form of a
 * request that changes one. A file that differs from that of an earlier release is a new revision, unless a person has
 * changed the calendar: then it stays as that person left it.
 */
@Component
class ShippedCalendars implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCalendars.class);
    private static final String FILES = "classpath*:processes/deadline/calendars/*.json";

    private final CalendarStore store;
    private final CalendarBook book;
    private final DeadlineProperties settings;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    ShippedCalendars(
            CalendarStore store,
            CalendarBook book,
            DeadlineProperties settings,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.store = store;
        this.book = book;
        this.settings = settings;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // one node at a time, so that two that start together make one revision
            store.hold();
            read();
        });
        if (!store.newest().containsKey(settings.calendar())) {
            throw new StartRefusedException(
                    "No calendar is on file under the name " + settings.calendar(),
                    "Set careloop.deadline.calendar to one of " + store.newest().keySet());
        }
    }

    private void read() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                bring(file.getFilename().replace(".json", ""), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void bring(String name, String file) throws IOException {
        CalendarReading reading = CalendarReading.of(json.readTree(file));
        CalendarDraft draft = reading.draft()
                .orElseThrow(() -> new IllegalStateException("Calendar " + name + ".json: " + reading.flaws()));
        String sha256 = sha256(file);
        if (store.isOnFile(name, sha256)) {
            return;
        }
        if (store.wasEdited(name)) {
            LOG.warn("The calendar {} was changed by a person and stays as it is; this release brings another", name);
            return;
        }
        int revision = store.newest().getOrDefault(name, 0) + 1;
        book.add(name, revision, draft, Actors.SYSTEM, sha256);
        LOG.info("Calendar {}: revision {} put on file", name, revision);
    }

    private static String sha256(String file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
