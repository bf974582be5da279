package io.careloop.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the staff with a browser, or a tool with name and password. Follows no redirect. */
final class StaffClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String basic;
    private String origin;
    private String language;

    private StaffClient(int port, String basic) {
        this.base = "http://localhost:" + port;
        this.basic = basic;
    }

    /** Nobody yet: a browser that has just been opened. */
    static StaffClient browser(int port) {
        return new StaffClient(port, null);
    }

    /** A tool that sends name and password with each request; on a local start they are the same. */
    static StaffClient tool(int port, String user) {
        String pair = user + ":" + user;
        return new StaffClient(
                port, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says with each request what browsers say of the page that makes it. */
    StaffClient from(String site) {
        origin = site;
        return this;
    }

    StaffClient speaking(String tag) {
        language = tag;
        return this;
    }

    HttpResponse<String> signIn(String user, String password) {
        return form("/login", get("/login").body(), "username=" + encoded(user) + "&password=" + encoded(password));
    }

    HttpResponse<String> signOut(HttpResponse<String> page) {
        return form("/logout", page.body(), "");
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null, "application/json");
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (contentType.endsWith("urlencoded")) {
            request.header("Accept", "text/html");
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (origin != null) {
            request.header("Sec-Fetch-Site", origin);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .anyMatch(name::equals);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    private HttpResponse<String> form(String path, String page, String fields) {
        Matcher token = TOKEN.matcher(page);
        String sent = token.find() ? fields + "&_csrf=" + encoded(token.group(1)) : fields;
        return send("POST", path, sent, "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
