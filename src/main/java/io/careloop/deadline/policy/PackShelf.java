package io.careloop.deadline.policy;

import io.careloop.cases.Actors;
import io.careloop.deadline.policy.PackFiles.PackFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts on file, before the first request is taken, what the files of packs say. A file that was changed is a new version
 * even if it forgot to count up; one that was on file before, as when an older release starts again, is not.
 */
@Component
class PackShelf implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);

    private final PackFiles files;
    private final PackStore store;
    private final TransactionTemplate transaction;
    private final Clock time;

    PackShelf(PackFiles files, PackStore store, TransactionTemplate transaction, Clock time) {
        this.files = files;
        this.store = store;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<PackFile> found = files.all();
        transaction.executeWithoutResult(status -> putOnFile(found));
    }

    void putOnFile(List<PackFile> found) {
        Instant now = time.instant();
        store.hold();
        found.forEach(file -> putOnFile(file, now));
        if (store.ruling().isEmpty()) {
            String shipped = found.stream()
                    .map(PackFile::pack)
                    .filter(pack -> pack.shippedOn() && !pack.isDefault())
                    .map(PolicyPack::id)
                    .findFirst()
                    .orElse(PolicyPack.DEFAULT);
            store.add(new Ruling(shipped, now, Actors.SYSTEM, "as shipped"));
        }
    }

    private void putOnFile(PackFile file, Instant now) {
        String fingerprint = fingerprint(file.content());
        if (store.knows(file.pack().id(), fingerprint)) {
            return;
        }
        int next = store.newestVersion(file.pack().id()) + 1;
        PolicyPack pack = file.pack().withVersion(Math.max(next, file.pack().version()));
        store.add(pack, file.content(), fingerprint, now);
        LOG.info("Policy pack {} is on file", pack);
    }

    private static String fingerprint(String content) {
        try {
            byte[] text = content.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
