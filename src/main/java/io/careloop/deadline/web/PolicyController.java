package io.careloop.deadline.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.Reader;
import io.careloop.deadline.policy.PolicyPack;
import io.careloop.deadline.policy.PolicyPacks;
import io.careloop.deadline.policy.PolicyPacks.Outcome;
import io.careloop.deadline.policy.Ruling;
import io.careloop.engine.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy packs, and which of them rules new cases. Times are UTC. */
@RestController
@RequestMapping("/api/deadlines/policies")
class PolicyController {

    private final PolicyPacks packs;
    private final ObjectMapper json;

    PolicyController(PolicyPacks packs, ObjectMapper json) {
        this.packs = packs;
        this.json = json;
    }

    /** The newest version of each pack, the default one first. */
    @GetMapping
    List<PackSummary> list(Locale locale) {
        String ruling = packs.ruling().id();
        return packs.all().stream()
                .map(pack -> PackSummary.of(pack, ruling, locale))
                .toList();
    }

    /** The newest version of a pack as its file has it, what is not known of it, and when it was switched. */
    @GetMapping("/{id}")
    PackView show(@PathVariable String id, Locale locale) {
        PolicyPack pack = find(id);
        JsonNode content = parse(packs.contentOf(pack));
        List<String> unknown = new ArrayList<>();
        collectUnknown(content, "", unknown);
        return new PackView(
                PackSummary.of(pack, packs.ruling().id(), locale), content, unknown, switchesOf(pack, packs.rulings()));
    }

    /**
     * Switches a pack on, in place of the one that is, or off; it rules cases that are registered from now on.
     *
     * @param wish with a reason, which is kept
     */
    @PutMapping("/{id}")
    PackView change(@PathVariable String id, @Valid @RequestBody Wish wish, Reader reader, Locale locale) {
        if (packs.switchTo(find(id), wish.on(), reader.id(), wish.reason()) instanceof Outcome.Refused refused) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "refusal." + refused.code());
        }
        return show(id, locale);
    }

    private PolicyPack find(String id) {
        return packs.find(id).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "policy.none"));
    }

    private JsonNode parse(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collectUnknown(JsonNode node, String path, List<String> unknown) {
        if (node.isTextual() && node.asText().equals("unknown")) {
            unknown.add(path);
        }
        node.fields()
                .forEachRemaining(field -> collectUnknown(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), unknown));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectUnknown(node.get(i), path + "[" + i + "]", unknown);
        }
    }

    /** Latest first. It was switched off when another came to rule after it. */
    private static List<Switch> switchesOf(PolicyPack pack, List<Ruling> rulings) {
        List<Switch> switches = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            boolean on = rulings.get(i).policy().equals(pack.id());
            boolean off = i + 1 < rulings.size() && rulings.get(i + 1).policy().equals(pack.id());
            if (on || off) {
                switches.add(Switch.of(rulings.get(i), on));
            }
        }
        return switches;
    }

    record Wish(@NotNull Boolean on, String reason) {}

    /**
     * @param on      whether it rules new cases
     * @param counsel what to do before it is switched on; null for the default pack
     * @param sure    {@code house}, {@code read}, {@code secondary}, {@code weak} or {@code title}
     */
    record PackSummary(
            String id,
            int version,
            String name,
            boolean on,
            String counsel,
            String sure,
            String source,
            LocalDate validFrom) {

        static PackSummary of(PolicyPack pack, String ruling, Locale locale) {
            return new PackSummary(
                    pack.id(),
                    pack.version(),
                    pack.name().in(locale),
                    pack.id().equals(ruling),
                    pack.counsel(),
                    pack.source().sure().name().toLowerCase(Locale.ROOT),
                    pack.source().of(),
                    pack.validFrom());
        }
    }

    /** @param unknown places of the content at which nothing is known */
    record PackView(
            @JsonUnwrapped PackSummary summary, JsonNode content, List<String> unknown, List<Switch> switches) {}

    /** @param by user id */
    record Switch(boolean on, Instant at, String by, String reason) {

        static Switch of(Ruling ruling, boolean on) {
            return new Switch(on, ruling.since(), ruling.actor(), ruling.reason());
        }
    }
}
