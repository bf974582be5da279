package io.careloop.insight.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseNotFoundException;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Reader;
import io.careloop.cases.web.DeskLook;
import io.careloop.insight.CaseAccount;
import io.careloop.insight.CaseAccount.Moment;
import io.careloop.insight.CaseAccount.Path;
import io.careloop.insight.CaseAccount.PathNode;
import io.careloop.insight.CaseAccounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How one case went: its processes on their diagrams, and all that happened in the order of time. */
@Controller
@RequestMapping("/insight/cases/{reference}")
class CaseAccountController {

    private static final String ALL = "all";
    private static final String DEADLINES = "deadline.title";

    private final CaseAccounts accounts;
    private final CaseFiles files;
    private final ObjectProvider<CaseFileSection> sections;
    private final DeskLook look;
    private final MessageSource messages;
    private final ObjectMapper json;

    CaseAccountController(
            CaseAccounts accounts,
            CaseFiles files,
            ObjectProvider<CaseFileSection> sections,
            DeskLook look,
            MessageSource messages,
            ObjectMapper json) {
        this.accounts = accounts;
        this.files = files;
        this.sections = sections;
        this.look = look;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String instance,
            @RequestParam(defaultValue = ALL) String show,
            Reader reader,
            Locale locale,
            Model model) {
        CaseAccount account =
                accounts.of(reference, instance, reader).orElseThrow(() -> new CaseNotFoundException(reference));
        AccountTexts texts = new AccountTexts(messages, locale);
        look.addTo(model, locale);
        model.addAttribute("account", account);
        model.addAttribute("head", account.head());
        model.addAttribute("texts", texts);
        model.addAttribute("moments", chosen(account.moments(), show));
        model.addAttribute("shown", show);
        model.addAttribute("deadlines", deadlines(account, reader).orElse(null));
        account.path().ifPresent(path -> {
            model.addAttribute("path", path);
            model.addAttribute("instance", path.run().id());
            model.addAttribute("drawing", drawing(path, texts));
        });
        return "insight/case";
    }

    @GetMapping(path = "/diagrams/{instance}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String reference, @PathVariable String instance, Reader reader) {
        return accounts.diagram(reference, instance, reader).orElseThrow(() -> new CaseNotFoundException(reference));
    }

    private static List<Moment> chosen(List<Moment> moments, String show) {
        return switch (show) {
            case "people" -> moments.stream().filter(Moment::isOfPeople).toList();
            case "process" ->
                moments.stream().filter(moment -> !moment.isOfPeople()).toList();
            default -> moments;
        };
    }

    /** For auditors as well, who do not see the rest of the file. */
    private Optional<CaseFileSection.Section> deadlines(CaseAccount account, Reader reader) {
        Optional<CaseFile> file = account.file()
                .or(() -> files.find(CaseReference.of(account.head().reference())));
        return file.flatMap(known -> sections.orderedStream()
                .flatMap(section -> section.forCase(known, reader.id()).stream())
                .filter(section -> section.titleKey().equals(DEADLINES))
                .findFirst());
    }

    /** What the script of the page puts on the diagram. */
    private String drawing(Path path, AccountTexts texts) {
        Map<String, Object> nodes = new LinkedHashMap<>();
        for (PathNode node : path.nodes()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("visits", node.visits());
            shown.put("here", node.here());
            shown.put("failed", node.failed());
            shown.put("late", node.breached());
            shown.put(
                    "took",
                    node.took().elapsed().toSeconds() == 0
                            ? ""
                            : texts.length(node.took().elapsed()));
            nodes.put(node.node(), shown);
        }
        try {
            return json.writeValueAsString(
                    Map.of("nodes", nodes, "flows", path.flows().keySet()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
