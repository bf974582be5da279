package io.careloop.modeling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Talks to the engine's REST API as the Modeler does: name and password with each request, files by their bare names. */
final class OwnerTool {

    private static final String CUT = "----careloop";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String user;

    OwnerTool(int port, String user) {
        this.base = "http://localhost:" + port + "/engine-rest";
        this.user = user;
    }

    /** @param files content by file name */
    HttpResponse<String> deploy(String name, Map<String, String> files) {
        StringBuilder body = new StringBuilder();
        part(body, "name=\"deployment-name\"", name);
        part(body, "name=\"deployment-source\"", "Camunda Modeler");
        part(body, "name=\"enable-duplicate-filtering\"", "true");
        files.forEach((file, content) -> part(body, "name=\"%s\"; filename=\"%s\"".formatted(file, file), content));
        body.append("--").append(CUT).append("--\r\n");
        return post("/deployment/create", body.toString(), "multipart/form-data; boundary=" + CUT);
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, json, "application/json");
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(CUT, disposition, content));
    }

    private HttpResponse<String> post(String path, String body, String type) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
