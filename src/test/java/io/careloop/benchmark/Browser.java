package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the staff who has signed in and looks at pages; what pages load besides is not asked for. */
class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private Browser(String address) {
        this.address = address;
    }

    /** @param user id, which is the password as well */
    static Browser signedIn(String address, String user) throws IOException, InterruptedException {
        Browser browser = new Browser(address);
        Matcher token = TOKEN.matcher(browser.look("/login").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = browser.http.send(
                browser.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=%s&password=%s&_csrf=%s".formatted(user, user, token.group(1))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/login");
        return browser;
    }

    /** @return the page, which has come as a whole */
    HttpResponse<String> look(String path) throws IOException, InterruptedException {
        return http.send(request(path).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }
}
