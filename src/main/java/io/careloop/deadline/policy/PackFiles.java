package io.careloop.deadline.policy;

import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The packs that this release brings: {@code processes/deadline/policies/<id>.json}. */
@Component
class PackFiles {

    private static final String FILES = "classpath*:processes/deadline/policies/*.json";

    /** @param content as it stands in the file */
    record PackFile(PolicyPack pack, String content) {}

    /**
     * All of them, in the order of their ids.
     *
     * @throws StartRefusedException if a file is wrong, or if they do not go together; it names all of them
     */
    List<PackFile> all() {
        return read(contents());
    }

    /** @param contents by file name */
    static List<PackFile> read(Map<String, String> contents) {
        List<String> problems = new ArrayList<>();
        List<PackFile> files = new ArrayList<>();
        new TreeMap<>(contents).forEach((name, content) -> {
            try {
                PolicyPack pack = PackReader.read(content);
                if (!name.equals(pack.id() + ".json")) {
                    problems.add("%s: its id is %s, and the name of a file is its id".formatted(name, pack.id()));
                }
                files.add(new PackFile(pack, content));
            } catch (IllegalArgumentException e) {
                problems.add("%s: %s".formatted(name, e.getMessage()));
            }
        });
        if (problems.isEmpty()) {
            checkTogether(files, problems);
        }
        if (!problems.isEmpty()) {
            throw new StartRefusedException(
                    "The policy packs cannot be taken as they are:\n- " + String.join("\n- ", problems),
                    "Put the files in processes/deadline/policies right.");
        }
        return files;
    }

    private static void checkTogether(List<PackFile> files, List<String> problems) {
        if (files.stream().noneMatch(file -> file.pack().isDefault())) {
            problems.add("default.json is missing");
        }
        files.stream()
                .map(PackFile::pack)
                .filter(pack -> pack.isDefault() && !saysAll(pack))
                .forEach(pack -> problems.add(
                        "default.json: start, pauses and extension are known, since other packs fall back on them"));
        List<String> on = files.stream()
                .map(PackFile::pack)
                .filter(pack -> pack.shippedOn() && !pack.isDefault())
                .map(PolicyPack::id)
                .toList();
        if (on.size() > 1) {
            problems.add("only one pack besides the default one is on, not " + String.join(", ", on));
        }
    }

    private static boolean saysAll(PolicyPack pack) {
        return pack.isComplete() && pack.pauses() != null && pack.extension() != null;
    }

    private static Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                contents.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
