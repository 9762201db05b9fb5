package org.throughline.operations.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// Sends a table of projects to a running server, as a program of an organization would.
final class ProjectUpload {

    private ProjectUpload() {}

    /// Uploads the file, checked and public at once, and waits until the last row is in.
    ///
    /// @param token of somebody who may bring projects in
    /// @return what the server says of the import in the end
    static JsonNode wholly(int port, String token, Path file, Duration limit) throws IOException, InterruptedException {
        String path = begin(port, token, file);
        long began = System.nanoTime();
        try (var connection = new Connection(port)) {
            while (System.nanoTime() - began < limit.toNanos()) {
                Thread.sleep(200);
                JsonNode job = Json.tree(connection
                        .send(Connection.get(path, "Authorization: Bearer " + token + "\r\n"), true)
                        .text());
                String state = job.path("state").asString();
                if (state.equals("done")) return job;
                if (!state.equals("running")) throw new IOException("The import ended as " + job);
            }
        }
        throw new IOException("The import does not end");
    }

    private static String begin(int port, String token, Path file) throws IOException {
        String boundary = "throughline-bench";
        var body = new ByteArrayOutputStream((int) Files.size(file) + 1_000);
        String field = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        body.writeBytes((field.formatted(boundary, "publish", "true")
                        + field.formatted(boundary, "consentBasis", "Made up for a measurement")
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"projects.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        Files.copy(file, body);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try (var connection = new Connection(port)) {
            var answer = connection.send(
                    Connection.post(
                            "/api/v1/projects/imports",
                            "multipart/form-data; boundary=" + boundary,
                            "Authorization: Bearer " + token + "\r\n",
                            body.toByteArray()),
                    true);
            if (answer.status() != 202) throw new IOException("The import was not begun: " + answer.text());
            return Json.tree(answer.text()).path("url").asString();
        }
    }
}
