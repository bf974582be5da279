package io.careloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL server that runs on a data directory, as its file {@code postmaster.pid} tells. */
final class Postmaster {

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /**
     * The living server of the directory. The file may be older than the machine's last start and its number by now
     * another program's: then there is no server, and the file, which would keep one from starting, is removed.
     */
    static Optional<Postmaster> on(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            Optional<ProcessHandle> named =
                    lines.isEmpty() ? Optional.empty() : process(lines.get(0)).filter(ProcessHandle::isAlive);
            Optional<Postmaster> server =
                    named.filter(process -> serves(process.info(), data)).map(Postmaster::new);
            if (named.isPresent() && server.isEmpty()) {
                Files.delete(file);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(String line) {
        return line.strip().matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(line.strip())) : Optional.empty();
    }

    /** Whether it is PostgreSQL, started for this directory; where arguments are not shown (Windows), its name must do. */
    private static boolean serves(ProcessHandle.Info info, Path data) {
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        return postgres
                && info.arguments()
                        .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> isSame(argument, data)))
                        .orElse(true);
    }

    private static boolean isSame(String argument, Path data) {
        try {
            Path path = Path.of(argument);
            return path.isAbsolute() && Files.isDirectory(path) && Files.isSameFile(path, data);
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    /**
     * Stops the server as {@code pg_ctl stop -m fast} would: open connections are closed, the data is written.
     *
     * @return whether it is gone within the time
     */
    boolean end(Duration timeout) {
        try {
            if (new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor()
                    != 0) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return isGoneWithin(timeout);
    }

    private boolean isGoneWithin(Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL (process %d)".formatted(process.pid());
    }
}
