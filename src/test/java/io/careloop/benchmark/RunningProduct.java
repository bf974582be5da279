package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.CareloopApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The product in a process of its own, as it is started by its users, on the server of the benchmark. */
class RunningProduct implements AutoCloseable {

    private static final Path LOG = Path.of("target/many-timers.log");
    private static final String CUT = "----careloop";
    private static final String MANAGER = "manager";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final Process process;

    private RunningProduct(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static RunningProduct start() throws IOException {
        return start(DurableServer.url());
    }

    /**
     * Returns when it answers. Somebody may take a port in the meantime; then others are tried.
     *
     * @param database where its data is
     */
    static RunningProduct start(String database) throws IOException {
        for (int attempt = 1; ; attempt++) {
            RunningProduct product = launch(database);
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> product.isUp() || !product.process.isAlive());
            } catch (RuntimeException e) {
                product.process.destroyForcibly();
                throw e;
            }
            if (product.process.isAlive()) {
                return product;
            }
            assertThat(attempt).as("attempts to start; see " + LOG).isLessThan(3);
        }
    }

    private static RunningProduct launch(String database) throws IOException {
        String port = DurableServer.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                productClasses(),
                CareloopApplication.class.getName(),
                "--server.port=" + port,
                "--careloop.local.smtp-port=" + DurableServer.freePort(),
                "--careloop.local.imap-port=" + DurableServer.freePort());
        builder.environment().put("SPRING_DATASOURCE_URL", database);
        builder.environment().put("SPRING_DATASOURCE_USERNAME", "postgres");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        return new RunningProduct(builder.start(), "http://localhost:" + port);
    }

    void put(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                asManager(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return get(path, MANAGER);
    }

    JsonNode get(String path, String user) throws IOException, InterruptedException {
        return json.readTree(
                http.send(as(user, path).build(), BodyHandlers.ofString()).body());
    }

    /** Sends a file with fields of a form. */
    JsonNode upload(String path, String user, Map<String, String> fields, String file, String content)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + '"', value));
        part(body, "name=\"file\"; filename=\"" + file + '"', content);
        HttpResponse<String> response = http.send(
                as(user, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + CUT)
                        .POST(BodyPublishers.ofString(
                                body.append("--" + CUT + "--\r\n").toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json.readTree(response.body());
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(CUT, disposition, content));
    }

    void delete(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(asManager(path).DELETE().build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    /** A manager who has signed in on the page for that. */
    Browser manager() throws IOException, InterruptedException {
        return Browser.signedIn(address, MANAGER);
    }

    private HttpRequest.Builder asManager(String path) {
        return as(MANAGER, path);
    }

    private HttpRequest.Builder as(String user, String path) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Basic " + pair);
    }

    /** What it has taken of the processors since it was started. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As by kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    boolean isUp() {
        try {
            return get("/actuator/health").path("status").asText().equals("UP");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Without our tests, parts of which would be found and started too. */
    private static String productClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
