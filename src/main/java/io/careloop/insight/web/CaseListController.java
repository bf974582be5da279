package io.careloop.insight.web;

import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Reader;
import io.careloop.cases.web.DeskLook;
import io.careloop.insight.CaseColumn;
import io.careloop.insight.CaseList;
import io.careloop.insight.CaseList.Found;
import io.careloop.insight.CaseQuery;
import io.careloop.insight.SavedViews;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every case, finished or running, by whatever is known of it. */
@Controller
@RequestMapping("/insight")
class CaseListController {

    private static final Found NOTHING = new Found(List.of(), 0, false, 0);

    private static final Set<String> LESS_USUAL = Set.of("status", "channel", "cause", "dated", "from", "to");

    private final CaseList cases;
    private final SavedViews views;
    private final DeskLook look;
    private final MessageSource messages;

    CaseListController(CaseList cases, SavedViews views, DeskLook look, MessageSource messages) {
        this.cases = cases;
        this.views = views;
        this.look = look;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> parameters, Reader reader, Locale locale, Model model) {
        CaseQuery asked = CaseQuery.of(parameters);
        boolean seesAll = CaseList.seesAll(reader);
        CaseQuery query = seesAll ? asked : asked.withoutPersonalData();
        look.addTo(model, locale);
        model.addAttribute("texts", new CaseTexts(messages, locale));
        model.addAttribute("query", query);
        model.addAttribute("seesAll", seesAll);
        model.addAttribute("leftOut", !query.equals(asked));
        model.addAttribute("found", query.badDates().isEmpty() ? cases.find(query, reader) : NOTHING);
        model.addAttribute("columns", columns(seesAll));
        model.addAttribute("known", known());
        model.addAttribute("more", !Collections.disjoint(query.values().keySet(), LESS_USUAL));
        model.addAttribute("views", views.of(reader.id()));
        return "insight/cases";
    }

    private static List<CaseColumn> columns(boolean seesAll) {
        return Arrays.stream(CaseColumn.values())
                .filter(column -> seesAll || !column.isPersonal())
                .toList();
    }

    /** What can be chosen, by the name of the field. */
    private Map<String, List<String>> known() {
        Map<String, List<String>> known = new HashMap<>();
        known.put(CaseColumn.STATUS.key(), names(CaseStatus.values()));
        known.put(CaseColumn.CHANNEL.key(), names(Channel.values()));
        Stream.of(CaseColumn.CATEGORY, CaseColumn.PRIORITY, CaseColumn.OWNER, CaseColumn.TEAM, CaseColumn.CAUSE)
                .forEach(column -> known.put(column.key(), cases.valuesOf(column)));
        return known;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
