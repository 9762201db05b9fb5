package org.throughline.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.operations.bench.Connection;
import org.throughline.operations.bench.RegisterWarmUp;
import org.throughline.operations.demo.DemoAccounts;
import org.throughline.platform.Json;
import org.throughline.platform.StartSteps;
import tools.jackson.databind.JsonNode;

/// A first start for the JDK's start-up cache: begins on a new folder, follows the links of the pages, sends
/// inputs, fills and searches the register, stops. Classes and profiles that a later start needs are then in the cache;
/// the profiles spare the first
/// minute of a later start much compiling.
final class WarmUp {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final String SEARCH = "/search?q=schools+%22information+society%22+-satellite";
    private static final int PAGES = 60;
    private static final int ROUNDS = 10;
    private static final int INPUTS = 400;
    // What carries credentials is made anew each time and not taken from the kept pages.
    private static final String PAST_THE_KEPT_PAGES = "Accept-Encoding: gzip\r\nAuthorization: none\r\n";

    private WarmUp() {}

    static int run(Server server, PrintStream err) {
        try (var context = server.start();
                var connection = new Connection(Server.portOf(context))) {
            Set<String> seen =
                    new HashSet<>(List.of("/", "/ar", "/fr/calls", SEARCH, "/livez", "/readyz", "/no-such-page"));
            Deque<String> waiting = new ArrayDeque<>(seen);
            StartSteps.begin("Reading " + PAGES + " pages of it, several times");
            for (int i = 0; i < PAGES && !waiting.isEmpty(); i++) {
                String path = waiting.poll();
                String page = connection.send(Connection.get(path, ""), true).text();
                for (int round = 0; round < ROUNDS; round++)
                    connection.send(
                            Connection.get(path, round == 0 ? "Accept-Encoding: gzip\r\n" : PAST_THE_KEPT_PAGES),
                            false);
                Matcher links = LINK.matcher(page);
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (seen.add(link)) waiting.add(link);
                }
            }
            StartSteps.begin("Sending it " + INPUTS + " inputs");
            sendInputs(connection, token(server.data(), "contributor"));
            StartSteps.begin("Bringing projects into its register, and searching them");
            RegisterWarmUp.run(Server.portOf(context), token(server.data(), "secretariat"));
            StartSteps.begin("Writing the cache, which takes longest");
            return 0;
        } catch (IOException e) {
            err.println("The first start was not answered: " + e.getMessage());
            return 1;
        }
    }

    private static void sendInputs(Connection connection, String token) throws IOException {
        String words = "Rural schools need affordable access, and teachers who know how to use it. ".repeat(20);
        byte[] body = Json.bytes(Map.of(
                "language", "en",
                "respondent",
                        Map.of(
                                "behalf",
                                "self",
                                "name",
                                "A. Person",
                                "email",
                                "person@example.org",
                                "stakeholderType",
                                "CSO",
                                "country",
                                "CH"),
                "answers", Map.of("q1", "C2", "q2", words, "q5", true)));
        String headers = "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n";
        for (int i = 0; i < INPUTS; i++)
            connection.send(
                    Connection.post("/api/v1/calls/action-line-road-maps/inputs", "application/json", headers, body),
                    false);
    }

    private static String token(Path data, String persona) throws IOException {
        for (JsonNode account : Json.tree(Files.readString(data.resolve(DemoAccounts.FILE))))
            if (account.get("persona").asString().equals(persona))
                return account.get("token").asString();
        throw new IOException("There is no example account of the " + persona + "");
    }
}
