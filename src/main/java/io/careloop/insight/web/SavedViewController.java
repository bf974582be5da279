package io.careloop.insight.web;

import io.careloop.cases.Reader;
import io.careloop.insight.CaseQuery;
import io.careloop.insight.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets the reader's own searches. */
@Controller
@RequestMapping("/insight/views")
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(@RequestParam String name, @RequestParam String query, Reader reader, RedirectAttributes flash) {
        CaseQuery kept = CaseQuery.ofAddress(query);
        boolean saved = views.save(reader.id(), name, kept);
        flash.addFlashAttribute("notice", saved ? "insightcases.views.saved" : "insightcases.views.refused");
        return backTo(kept);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, @RequestParam String query, Reader reader, RedirectAttributes flash) {
        views.delete(reader.id(), id);
        flash.addFlashAttribute("notice", "insightcases.views.deleted");
        return backTo(CaseQuery.ofAddress(query));
    }

    /** Braces of what somebody typed are encoded in it, so nothing of it is taken for a variable. */
    private static String backTo(CaseQuery query) {
        return "redirect:/insight?" + query.address();
    }
}
