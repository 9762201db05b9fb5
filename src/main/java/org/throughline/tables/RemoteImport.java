package org.throughline.tables;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.throughline.platform.Json;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Counted;
import org.throughline.platform.command.WrongUse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `import … --server URL --token T`: hands the file to a running server and waits until it has dealt with it.
public final class RemoteImport {

    /// What is handed over.
    ///
    /// @param path where it is sent to, with its query
    /// @param noun what a row becomes, for one
    /// @param taken the member of the answer that says how many were taken in
    public record Kind(String path, String noun, String taken) {

        /// A path with a query of these parameters; those without a value are left out.
        public static String path(String path, Map<String, String> parameters) {
            String query = parameters.entrySet().stream()
                    .filter(one -> !one.getValue().isEmpty())
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    private static final long LARGEST = JobFiles.LARGEST;
    private static final long PAUSE_MILLIS = 700;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private final String token;
    private final PrintStream out;
    private final PrintStream err;
    private final Kind kind;

    private RemoteImport(String server, String token, Kind kind, PrintStream out, PrintStream err) {
        this.kind = kind;
        this.server = server.replaceAll("/+$", "");
        this.token = token;
        this.out = out;
        this.err = err;
    }

    // Other people on the machine can read a command line, but not another account's environment.
    static String token(Arguments arguments, Map<String, String> environment) {
        return arguments
                .option("token")
                .or(() -> Optional.ofNullable(environment.get("THROUGHLINE_TOKEN")))
                .orElseThrow(
                        () -> new WrongUse("The token is missing: put it into THROUGHLINE_TOKEN, or give --token."));
    }

    /// Returns 0 when all was taken in and 1 when not.
    public static int run(Kind kind, Arguments arguments, PrintStream out, PrintStream err) {
        String server = arguments.required("server");
        if (!server.matches("https?://.+"))
            throw new WrongUse("The option --server takes an address such as https://throughline.example.org");
        var remote = new RemoteImport(server, token(arguments, System.getenv()), kind, out, err);
        try {
            return remote.send(
                    arguments.onlyFile("FILE"), arguments.option("mapping").map(Path::of));
        } catch (IOException | JacksonException e) {
            err.println("The server " + server + " cannot be reached or did not answer as expected: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted. The server goes on with the import.");
        }
        return 1;
    }

    private int send(Path file, Optional<Path> mapping) throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            err.println("There is no file " + file + " that can be read.");
            return 1;
        }
        if (Files.size(file) > LARGEST) {
            err.println("The server takes files up to " + (LARGEST >> 20)
                    + " MB. Split the file, or import it on the server itself with --data.");
            return 1;
        }
        String boundary = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
        part(parts, boundary, "file", file);
        if (mapping.isPresent()) part(parts, boundary, "mapping", mapping.get());
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        HttpResponse<String> begun = client.send(
                request(kind.path())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)))
                        .build(),
                BodyHandlers.ofString());
        if (begun.statusCode() != 202) {
            err.println(begun.statusCode() + " " + titleOf(begun.body()));
            return 1;
        }
        return follow(Json.tree(begun.body()), file);
    }

    private static String titleOf(String body) {
        try {
            return Json.tree(body).path("title").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private int follow(JsonNode job, Path file) throws IOException, InterruptedException {
        JsonNode now = job;
        while (now.path("state").asString().equals("running")) {
            Thread.sleep(PAUSE_MILLIS);
            now = Json.tree(get(job.path("url").asString()));
            err.print(
                    "\r" + now.path("done").asLong() + " of " + now.path("rows").asLong() + " rows, "
                            + now.path("refused").asLong() + " refused   ");
        }
        err.println();
        if (!now.path("state").asString().equals("done")) {
            String problem = now.path("problem").asString("");
            err.println(
                    problem.isEmpty() ? "The import was " + now.path("state").asString() + "." : problem);
            return 1;
        }
        out.println("Read " + Counted.of(now.path("rows").asLong(), "row") + "; "
                + (now.path("dryRun").asBoolean() ? "would take in " : "took in ")
                + Counted.of(now.path(kind.taken()).asLong(), kind.noun()) + "; "
                + now.path("already").asLong() + " had been imported before.");
        long changed = now.path("changed").asLong();
        if (changed > 0) out.println("Changed since the last import: " + Counted.of(changed, kind.noun()) + ".");
        if (now.path("encodingGuessed").asBoolean())
            out.println(
                    "Warning: the encoding was guessed as "
                            + now.path("encoding").asString()
                            + ". If letters came out wrong, save the file as UTF-8, or name its encoding in the mapping (\"encoding\").");
        long unclear = now.path("unclear").asLong();
        if (unclear > 0)
            out.println("Too short to tell the language, and taken as the mapping or the questions say: "
                    + Counted.of(unclear, kind.noun()) + ".");
        long refused = now.path("refused").asLong();
        if (refused == 0) return 0;
        Path rows = file.resolveSibling(file.getFileName() + ".refused.csv");
        Files.writeString(rows, get(now.path("refusedRows").asString()));
        out.println("Refused " + Counted.of(refused, kind.noun()) + ", kept with the reason in " + rows + ".");
        return 1;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request(path).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) throw new IOException(answer.statusCode() + " " + titleOf(answer.body()));
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    private static void part(List<BodyPublisher> parts, String boundary, String name, Path file) throws IOException {
        String fileName = file.getFileName().toString().replaceAll("[\"\\r\\n]", "_");
        parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
    }
}
