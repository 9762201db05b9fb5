package org.throughline.world;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.throughline.directory.DemoPeople;

/// Somebody at the other end of a real line: requests go through the port, the container and every filter.
public final class Line {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Line(int port) {
        this.base = "http://localhost:" + port;
    }

    public static Line signedIn(int port, DemoPeople people, String persona) throws Exception {
        people.ensure();
        var line = new Line(port);
        line.signIn(persona);
        return line;
    }

    public void signIn(String persona) throws Exception {
        form("/demo/people/" + persona, "/demo/people", "_csrf", token("/demo/people"));
    }

    /// What came back: status, address to go to, page.
    public record Answer(int status, String location, String type, String text) {
        public Document page() {
            return Jsoup.parse(text);
        }
    }

    public Answer see(String path) throws Exception {
        return answer(request(path, path).GET());
    }

    /// Begins a draft for a call and answers its address.
    public String begin(String prefix, String slug) throws Exception {
        String start = prefix + "/calls/" + slug + "/answer";
        return form(start, start, "_csrf", token(start)).location();
    }

    /// The token of the first form on a page.
    public String token(String path) throws Exception {
        return see(path).page().selectFirst("input[name=_csrf]").val();
    }

    /// Sends a form as a browser does from one of our own pages; fields are given as name, value, name, value …
    public Answer form(String path, String from, String... fields) throws Exception {
        return answer(posting(request(path, from), fields));
    }

    /// The same by a browser that does not say whose page it is on, or says it by the page's address only.
    public Answer silentForm(String path, @Nullable String from, String... fields) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*");
        return answer(posting(from == null ? request : request.header("Referer", base + from), fields));
    }

    private static HttpRequest.Builder posting(HttpRequest.Builder request, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    /// The same, sent by a page of another site.
    public Answer foreignForm(String path, String field, String value) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*")
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(field) + "=" + encoded(value))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Sends a form with a file.
    ///
    /// @param content written to the line as it comes, never kept whole
    public Answer upload(String path, String file, BodyPublisher content, String... fields) throws Exception {
        String boundary = "line" + UUID.randomUUID();
        var head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields[i], fields[i + 1]));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .formatted(boundary, file));
        return answer(request(path, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        content,
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /// A page or one of its parts as a browser fetches it, compressed where it may be.
    public HttpResponse<byte[]> fetch(String path) throws Exception {
        return client.send(
                request(path, path).header("Accept-Encoding", "gzip").GET().build(), BodyHandlers.ofByteArray());
    }

    public Answer json(String path, String token, BodyPublisher body) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(body));
    }

    /// The session is over, as after a restart or a long break; other cookies stay.
    public void loseSession() {
        for (HttpCookie cookie : List.copyOf(cookies.getCookieStore().getCookies()))
            cookies.getCookieStore().remove(URI.create(base), cookie);
    }

    private HttpRequest.Builder request(String path, String from) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*")
                .header("Origin", base)
                .header("Referer", base + from);
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
                answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }
}
