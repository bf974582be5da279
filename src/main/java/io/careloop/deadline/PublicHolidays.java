package io.careloop.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Public holidays of countries, to be taken over into calendars. Mainland China is none of them: its calendar is shipped. */
@Component
public class PublicHolidays {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Set<String> countries = new TreeSet<>(HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .filter(code -> code.matches("[A-Z]{2}"))
            .toList());

    PublicHolidays() {}

    /** @param name in the reader's language where it is known, else in English */
    public record PublicHoliday(LocalDate date, String name) {}

    /** Names of the countries by their codes (ISO 3166), in the order of the names. */
    public Map<String, String> countries(Locale reader) {
        Map<String, String> names = new LinkedHashMap<>();
        Collator order = Collator.getInstance(reader);
        countries.stream()
                .sorted((a, b) -> order.compare(name(a, reader), name(b, reader)))
                .forEach(country -> names.put(country, name(country, reader)));
        return names;
    }

    private static String name(String country, Locale reader) {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(reader);
    }

    public boolean knows(String country) {
        return countries.contains(country);
    }

    /** Whether the rules may be trusted for the year. */
    public static boolean isCovered(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /**
     * The holidays of the whole country, in order.
     *
     * @param country a code that {@link #knows} is true for
     */
    public List<PublicHoliday> of(String country, int year, Locale reader) {
        return HolidayManager.getInstance(ManagerParameters.create(country)).getHolidays(Year.of(year)).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .sorted(Comparator.comparing(Holiday::getDate))
                .map(holiday -> new PublicHoliday(holiday.getDate(), holiday.getDescription(reader)))
                .toList();
    }
}
