package org.throughline.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.operations.bench.Connection;

/// A first start for the JDK's start-up cache: begins on a new folder, follows the links of the pages, stops. Classes
/// and profiles that a later start needs are then in the cache.
final class WarmUp {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final String SEARCH = "/search?q=schools+%22information+society%22+-satellite";
    private static final int PAGES = 60;
    private static final int ROUNDS = 3;

    private WarmUp() {}

    static int run(Server server, PrintStream err) {
        try (var context = server.start();
                var connection = new Connection(Server.portOf(context))) {
            Set<String> seen = new HashSet<>(List.of(
                    "/", "/ar", "/fr/calls", SEARCH, "/livez", "/readyz", "/no-such-page"));
            Deque<String> waiting = new ArrayDeque<>(seen);
            for (int i = 0; i < PAGES && !waiting.isEmpty(); i++) {
                String path = waiting.poll();
                String page = connection.send(Connection.get(path, ""), true).text();
                for (int round = 0; round < ROUNDS; round++)
                    connection.send(Connection.get(path, "Accept-Encoding: gzip\r\n"), false);
                Matcher links = LINK.matcher(page);
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (seen.add(link)) waiting.add(link);
                }
            }
            return 0;
        } catch (IOException e) {
            err.println("The first start was not answered: " + e.getMessage());
            return 1;
        }
    }
}
