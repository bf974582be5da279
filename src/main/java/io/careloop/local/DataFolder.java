package io.careloop.local;

import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of one running application, held by a lock that the operating system drops when the application dies. A
 * server that still runs on the data of a folder that we hold is therefore an orphan.
 */
class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Path folder;
    private final FileLock lock;

    private DataFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws StartRefusedException if a living application holds the folder */
    static DataFolder open(Path path) {
        try {
            Path folder = Files.createDirectories(path).toRealPath();
            FileLock lock = lock(folder.resolve("lock"));
            if (lock == null) {
                throw new StartRefusedException(
                        "Another Careloop is running with the data in %s.".formatted(folder),
                        "Use that one, or stop it, or start this one with a folder of its own: careloop.local.data-folder"
                                + " (environment: CARELOOP_LOCAL_DATA_FOLDER) and its four ports.");
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder %s cannot be used: %s".formatted(path.toAbsolutePath(), e),
                    "Choose a folder that can be written with careloop.local.data-folder"
                            + " (environment: CARELOOP_LOCAL_DATA_FOLDER).",
                    e);
        }
    }

    private static FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            log.debug("{} is locked by this process", file, e);
        }
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    Path data() {
        return folder.resolve("postgresql");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    /** Ends the server that a killed application left behind, if there is one. */
    void endOrphan() {
        Postmaster.on(data()).ifPresent(orphan -> {
            log.warn("Ending {}, left behind by a start that was killed", orphan);
            if (!orphan.end(STOPPING)) {
                throw new StartRefusedException(
                        "%s runs on the data in %s and does not stop.".formatted(orphan, data()), "End it by hand.");
            }
        });
    }

    /**
     * Clears away what a start that was killed in the middle has half unpacked or half initialised. Data without our
     * mark is moved aside, never deleted: it may have come from elsewhere.
     */
    void removeUnfinished() {
        try {
            if (Files.exists(finished())) {
                return;
            }
            FileSystemUtils.deleteRecursively(programs());
            if (Files.exists(data())) {
                Path aside = folder.resolve("postgresql-unfinished-" + System.currentTimeMillis());
                log.warn("The data in {} was never completely set up; moved to {}", data(), aside);
                Files.move(data(), aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on programs and data are complete. */
    void markFinished() {
        try {
            Files.writeString(finished(), "The first start was completed.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path finished() {
        return folder.resolve("complete");
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
