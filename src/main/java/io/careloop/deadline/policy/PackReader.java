package io.careloop.deadline.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.careloop.deadline.Limit;
import io.careloop.deadline.StartRule;
import io.careloop.deadline.policy.PolicyPack.AllowedPause;
import io.careloop.deadline.policy.PolicyPack.CategoryLimit;
import io.careloop.deadline.policy.PolicyPack.Certainty;
import io.careloop.deadline.policy.PolicyPack.CountedFrom;
import io.careloop.deadline.policy.PolicyPack.ExtensionStep;
import io.careloop.deadline.policy.PolicyPack.LimitedClock;
import io.careloop.deadline.policy.PolicyPack.MessageRule;
import io.careloop.deadline.policy.PolicyPack.Moment;
import io.careloop.deadline.policy.PolicyPack.OutsideRemedy;
import io.careloop.deadline.policy.PolicyPack.Source;
import io.careloop.identity.Groups;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the file of a pack. */
final class PackReader {

    private static final String TABLE = "deadline-service-level";
    private static final String COUNSEL = "check with counsel";
    private static final String STAFF = "staff";
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws IllegalArgumentException saying all that is wrong with it, one sentence for each place */
    static PolicyPack read(String json) {
        List<String> problems = new ArrayList<>();
        PolicyPack pack = read(new PackPart(parse(json), "", problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return pack;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static PolicyPack read(PackPart file) {
        file.only(
                "id",
                "version",
                "name",
                "status",
                "counsel",
                "source",
                "validFrom",
                "start",
                "calendar",
                "limits",
                "pauses",
                "extension",
                "messages",
                "outsideRemedy",
                "record",
                "retention",
                "notes");
        String id = file.at("id").value(PackReader::id, "is written in small letters, digits and hyphens");
        boolean isDefault = PolicyPack.DEFAULT.equals(id);
        return new PolicyPack(
                id,
                version(file.at("version")),
                file.at("name").words(),
                isOn(file.at("status"), isDefault),
                counsel(file.at("counsel"), isDefault),
                source(file.at("source").only("sure", "of")),
                file.at("validFrom").isUnknown()
                        ? null
                        : file.at("validFrom").value(LocalDate::parse, "is a day such as 2026-04-15, or unknown"),
                file.at("start").isUnknown() ? null : file.at("start").constant(StartRule.class),
                file.at("calendar").optionalText(),
                limits(file.at("limits"), isDefault),
                file.at("pauses").isUnknown() ? null : file.at("pauses").items(PackReader::pause),
                extension(file.at("extension")),
                messages(file.at("messages").only(fields(Moment.values()))),
                remedy(file.at("outsideRemedy")),
                file.at("record").isUnknown() ? null : file.at("record").words(),
                file.at("retention").isUnknown()
                        ? null
                        : file.at("retention").value(Period::parse, "is written P3Y or P90D, or unknown"),
                file.at("notes").items(PackPart::words));
    }

    private static String id(String text) {
        if (!text.matches(ID) || text.length() > 60) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int version(PackPart part) {
        if (!part.node().isInt() || part.node().asInt() < 1) {
            part.problem("is a whole number from 1 on");
        }
        return part.node().asInt();
    }

    private static boolean isOn(PackPart part, boolean isDefault) {
        boolean on = part.node().asText().equals("on");
        if (!on && !part.node().asText().equals("off")) {
            part.problem("is on or off");
        }
        if (isDefault && !on) {
            part.problem("of the default pack is on");
        }
        return on;
    }

    private static String counsel(PackPart part, boolean isDefault) {
        if (isDefault) {
            return part.isMissing() ? null : part.problem("is not for the default pack");
        }
        return part.node().asText().equals(COUNSEL) ? COUNSEL : part.problem("is \"" + COUNSEL + "\"");
    }

    private static Source source(PackPart part) {
        return new Source(
                part.at("sure").constant(Certainty.class), part.at("of").text());
    }

    private static Map<LimitedClock, List<CategoryLimit>> limits(PackPart part, boolean isDefault) {
        Map<LimitedClock, List<CategoryLimit>> limits = new EnumMap<>(LimitedClock.class);
        if (!part.at("decision").isMissing()) {
            if (!part.only("decision").at("decision").node().asText().equals(TABLE)) {
                part.at("decision").problem("is " + TABLE);
            }
            return limits;
        }
        if (isDefault) {
            part.problem("of the default pack come from a decision");
        }
        part.only(Arrays.stream(LimitedClock.values()).map(LimitedClock::field).toArray(String[]::new));
        for (LimitedClock clock : LimitedClock.values()) {
            PackPart rows = part.at(clock.field());
            if (!rows.isUnknown()) {
                limits.put(clock, oncePerCategory(rows));
            }
        }
        return limits;
    }

    private static List<CategoryLimit> oncePerCategory(PackPart rows) {
        List<CategoryLimit> read = rows.items(row -> new CategoryLimit(
                row.only("category", "limit", "clock").at("category").optionalText(), row.limit()));
        if (read.stream().map(CategoryLimit::category).distinct().count() < read.size()) {
            rows.problem("has one limit for a category");
        }
        if (read.stream().map(CategoryLimit::category).noneMatch(Objects::isNull)) {
            rows.problem("has one limit without a category");
        }
        return read;
    }

    private static AllowedPause pause(PackPart part) {
        part.only("reason", "by", "maximum");
        return new AllowedPause(
                part.at("reason").value(PackReader::id, "is written in small letters, digits and hyphens"),
                by(part.at("by")),
                part.at("maximum").only("limit", "clock").limit());
    }

    private static Set<String> by(PackPart part) {
        return part.node().asText().equals(STAFF) ? Set.copyOf(Groups.WORKING) : part.someOf(Groups.ALL);
    }

    private static List<ExtensionStep> extension(PackPart part) {
        if (part.isUnknown()) {
            return null;
        }
        return part.isNone() ? List.of() : part.items(PackReader::step);
    }

    private static ExtensionStep step(PackPart part) {
        part.only("category", "by", "maximum");
        PackPart maximum = part.at("maximum");
        Limit limit = maximum.isUnknown()
                ? null
                : maximum.only("limit", "clock", "from").limit();
        return new ExtensionStep(
                part.at("category").optionalText(),
                part.at("by").isUnknown() ? null : by(part.at("by")),
                limit,
                maximum.isUnknown() ? null : maximum.at("from").constant(CountedFrom.class));
    }

    private static Map<Moment, List<MessageRule>> messages(PackPart part) {
        Map<Moment, List<MessageRule>> messages = new EnumMap<>(Moment.class);
        for (Moment moment : Moment.values()) {
            if (!part.at(moment.field()).isMissing()) {
                messages.put(moment, part.at(moment.field()).items(PackReader::message));
            }
        }
        return messages;
    }

    private static MessageRule message(PackPart part) {
        PackPart within = part.only("template", "resolvedWithin").at("resolvedWithin");
        return new MessageRule(
                part.at("template").value(PackReader::id, "is the name of a message template"),
                within.isMissing() ? null : within.only("limit", "clock").limit());
    }

    private static OutsideRemedy remedy(PackPart part) {
        if (part.isUnknown()) {
            return null;
        }
        if (part.isNone()) {
            return OutsideRemedy.NONE;
        }
        part.only("name", "reach");
        PackPart reach = part.at("reach");
        return new OutsideRemedy(part.at("name").words(), reach.isUnknown() ? null : reach.words());
    }

    private static String[] fields(Moment[] moments) {
        return Arrays.stream(moments).map(Moment::field).toArray(String[]::new);
    }

    private PackReader() {}
}
