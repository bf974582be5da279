package io.careloop.resolution;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds the fastest route to a solution: customers are offered that one, and no list to choose from. */
@Service
public class Routes {

    private final CaseFiles cases;
    private final RouteTable table;
    private final WorkingTime workingTime;
    private final Clock clock;

    Routes(CaseFiles cases, RouteTable table, WorkingTime workingTime, Clock clock) {
        this.cases = cases;
        this.table = table;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** The fastest first, of equals the upper row of the table; empty where the table knows none. */
    public List<Route> of(CaseReference reference) {
        CaseFile file = cases.get(reference);
        return table.of(file.category(), file.priority()).stream()
                .sorted(Comparator.comparing(Route::leadTime))
                .toList();
    }

    /** The day on which the route is done if it is taken now, in the zone of the calendar. */
    public LocalDate finishDate(Route route) {
        return workingTime
                .plus(clock.instant(), route.leadTime())
                .atZone(workingTime.zone())
                .toLocalDate();
    }
}
