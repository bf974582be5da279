package io.careloop.demo;

import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.demo.Script.Template;
import io.careloop.demo.Story.Opening;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who asks for what, and when: fewer at weekends, more in the last days, so that work is waiting at the end. */
@Component
@Profile("demo")
class Openings {

    private static final double WEEKEND = 0.3;
    private static final double LAST_DAYS = 2.5;
    private static final double KNOWN_CUSTOMERS = 0.12;
    private static final Set<DayOfWeek> AT_WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Script script;

    Openings(Script script) {
        this.script = script;
    }

    /** In the order of time, from the first day to the last. */
    List<Opening> plan(DemoSettings settings, LocalDate firstDay, ZoneId zone) {
        double[] weights = IntStream.range(0, settings.days())
                .mapToDouble(day -> weight(firstDay.plusDays(day), settings.days() - day))
                .toArray();
        List<Opening> openings = new ArrayList<>();
        for (int number = 0; number < settings.cases(); number++) {
            Draw draw = new Draw(settings.seed(), "opening/" + number);
            LocalDate day = firstDay.plusDays(index(weights, draw.between(0, 1)));
            Instant at = day.atTime(8, 0).atZone(zone).toInstant().plusSeconds(draw.number(0, 13 * 3600));
            openings.add(opening(number, at, draw));
        }
        openings.sort(Comparator.comparing(Opening::at));
        return withKnownCustomers(openings, settings.seed());
    }

    private static double weight(LocalDate day, int daysLeft) {
        double weight = AT_WEEKEND.contains(day.getDayOfWeek()) ? WEEKEND : 1;
        return daysLeft <= 2 ? LAST_DAYS : weight;
    }

    /** The day at which a share of all the weight is reached. */
    private static int index(double[] weights, double share) {
        double left = share
                * IntStream.range(0, weights.length)
                        .mapToDouble(i -> weights[i])
                        .sum();
        int day = 0;
        while (day < weights.length - 1 && left >= weights[day]) {
            left -= weights[day++];
        }
        return day;
    }

    private Opening opening(int number, Instant at, Draw draw) {
        String language = draw.chance(0.45) ? "en" : "zh";
        Template template = script.template(draw);
        Channel channel = channel(draw);
        List<String> names = script.words("names", language);
        int who = draw.number(0, names.size() - 1);
        boolean callsOnly = channel == Channel.PHONE && draw.chance(0.4);
        String contact = callsOnly
                ? "+86 138%08d".formatted(10_000_000 + number)
                : "%s.%d@example.org"
                        .formatted(script.words("mailboxes", language).get(who), number + 1);
        Urgency urgency = draw.chance(0.15) ? Urgency.HIGH : draw.chance(0.15) ? Urgency.LOW : Urgency.NORMAL;
        return new Opening(at, channel, contact, names.get(who), language, urgency, template, facts(language, draw));
    }

    private Map<String, String> facts(String language, Draw draw) {
        return Map.of(
                "order", "A" + draw.number(100_000, 999_999),
                "product", draw.one(script.words("products", language)),
                "city", draw.one(script.words("cities", language)),
                "days", String.valueOf(draw.number(2, 9)),
                "amount", "%d.%02d".formatted(draw.number(8, 240), draw.number(0, 99)));
    }

    private static Channel channel(Draw draw) {
        double share = draw.between(0, 1);
        return share < 0.42 ? Channel.PORTAL : share < 0.56 ? Channel.API : share < 0.8 ? Channel.EMAIL : Channel.PHONE;
    }

    /** Some have asked before, and then about the same. */
    private static List<Opening> withKnownCustomers(List<Opening> openings, long seed) {
        List<Opening> all = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            Draw draw = new Draw(seed, "known/" + i);
            Opening before = i > 0 ? all.get(draw.number(Math.max(0, i - 25), i - 1)) : null;
            all.add(
                    before != null && before.isWritten() && draw.chance(KNOWN_CUSTOMERS)
                            ? new Opening(
                                    opening.at(),
                                    opening.channel(),
                                    before.contact(),
                                    before.name(),
                                    before.language(),
                                    opening.urgency(),
                                    before.template(),
                                    before.facts())
                            : opening);
        }
        return all;
    }
}
