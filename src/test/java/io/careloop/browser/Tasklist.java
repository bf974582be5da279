package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The Tasklist as one member of the staff uses it. */
final class Tasklist {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Page page;
    private final String home;

    private Tasklist(Page page, String home) {
        this.page = page;
        this.home = home;
    }

    /** Signs in through the one login page. The user's password is their name. */
    static Tasklist signedIn(BrowserContext window, String address, String user) {
        Page page = window.newPage();
        String home = address + "/camunda/app/tasklist/default/";
        page.navigate(home);
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", user);
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> url.contains("/app/tasklist/"));
        return new Tasklist(page, home);
    }

    /** Opens the task by its address and waits for its form. */
    Tasklist open(String taskId) {
        page.navigate(home + "#/?task=" + taskId);
        try {
            page.locator(".fjs-form").waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("The form was not drawn. The page says:\n" + text(), e);
        }
        // the form is drawn once more when its variables have come
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** Claims the task unless it is the user's already, and waits until its form can be filled in. */
    Tasklist claim() {
        Locator claim = page.locator("button.claim");
        if (claim.isVisible()) {
            claim.click();
        }
        page.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    Tasklist type(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(text);
        return this;
    }

    Tasklist pick(String choice) {
        page.getByLabel(choice, new Page.GetByLabelOptions().setExact(false))
                .first()
                .check();
        return this;
    }

    Tasklist select(String label, String choice) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .click();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(choice))
                .first()
                .click();
        return this;
    }

    Tasklist date(LocalDate date) {
        Locator input = page.locator(".fjs-form-field-datetime input").first();
        input.fill(TYPED.format(date));
        input.press("Enter");
        return this;
    }

    /** Completes the task and waits until it has gone. */
    void complete() {
        Locator complete = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
        assertThat(notices()).as("what the Tasklist has to say").isEmpty();
        complete.click();
        complete.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private List<String> notices() {
        return page.locator(".page-notifications .alert").allInnerTexts();
    }

    String text() {
        return page.locator("body").innerText();
    }

    Page page() {
        return page;
    }
}
