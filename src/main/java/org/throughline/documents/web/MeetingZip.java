package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.documents.Attachment;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.PostedDocuments;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingPapers;
import org.throughline.groups.MeetingPapers.Paper;
import org.throughline.groups.Meetings;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.HtmlWriter;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;

/// All documents of a meeting as one ZIP that opens from a disk, with no program and no connection: a list by the items
/// of the agenda, every document in every language as page, PDF, DOCX and Akoma Ntoso, the files as they came, and the
/// fingerprint of each. The same documents give the same bytes.
@Controller
class MeetingZip {

    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String STYLE = "style.css";

    private final Groups groups;
    private final Meetings meetings;
    private final ObjectProvider<MeetingPapers> papers;
    private final PostedDocuments documents;
    private final DocumentFormats formats;
    private final DocumentPrint print;
    private final Files files;
    private final FileDownload download;
    // PDF after PDF is written while it is sent.
    private final Semaphore places = new Semaphore(2);

    MeetingZip(
            Groups groups,
            Meetings meetings,
            ObjectProvider<MeetingPapers> papers,
            PostedDocuments documents,
            DocumentFormats formats,
            DocumentPrint print,
            Files files,
            FileDownload download) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.documents = documents;
        this.formats = formats;
        this.print = print;
        this.files = files;
        this.download = download;
    }

    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}.zip")
    void zip(Frame frame, HttpServletResponse response, @PathVariable String code, @PathVariable String number)
            throws IOException {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        List<PostedDocument> all = documents.ofMeeting(code, number);
        if (all.isEmpty()) throw Refusal.notFound();
        if (!places.tryAcquire()) throw Refusal.busy();
        try {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + code + "-" + number + ".zip\"");
            new Writing(frame, meeting, new ZipOutputStream(response.getOutputStream())).write(all);
        } finally {
            places.release();
        }
    }

    private final class Writing {

        private final Frame frame;
        private final Meeting meeting;
        private final ZipOutputStream zip;
        private final Map<String, String> hashes = new LinkedHashMap<>();

        Writing(Frame frame, Meeting meeting, ZipOutputStream zip) {
            this.frame = frame;
            this.meeting = meeting;
            this.zip = zip;
        }

        void write(List<PostedDocument> all) throws IOException {
            var lines = new LinkedHashMap<PostedDocument, List<String[]>>();
            for (PostedDocument one : all) lines.put(one, document(one));
            add(STYLE, style());
            add("index.html", index(lines));
            add("manifest.json", manifest(all));
            var sums = new StringBuilder();
            hashes.forEach(
                    (path, hash) -> sums.append(hash).append("  ").append(path).append('\n'));
            add("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
            zip.flush();
        }

        // Each address with the words of its link.
        private List<String[]> document(PostedDocument one) throws IOException {
            var links = new ArrayList<String[]>();
            for (Expression shown : documents.expressions(one.id())) {
                String path = "documents/" + DocumentFormats.name(one, shown.language());
                String language = Languages.endonym(shown.language());
                links.add(link(path + ".html", page(one, shown), language));
                links.add(link(path + ".pdf", formats.pdf(one, shown), "PDF"));
                links.add(link(path + ".docx", formats.docx(one, shown), "DOCX"));
                links.add(link(path + ".xml", formats.akn(one, shown), "XML"));
            }
            for (Attachment file : documents.attachments(one.id())) {
                var stored = files.find(new FileId(file.file()));
                if (stored.isEmpty()) continue;
                Resource content =
                        Objects.requireNonNull(download.of(stored.get()).getBody());
                String name = DocumentFormats.name(one, file.language()) + "-"
                        + file.sha256().substring(0, 8) + "." + file.type().toLowerCase(java.util.Locale.ROOT);
                // The same file twice.
                if (hashes.containsKey("files/" + name)) {
                    links.add(new String[] {"files/" + name, file.name()});
                    continue;
                }
                try (InputStream in = content.getInputStream()) {
                    links.add(link("files/" + name, in.readAllBytes(), file.name()));
                }
            }
            return links;
        }

        private String[] link(String path, byte[] content, String words) throws IOException {
            add(path, content);
            return new String[] {path, words};
        }

        private byte[] page(PostedDocument one, Expression shown) {
            String article = HtmlWriter.article(print.document(one, shown));
            return html(shown.language(), one.symbol(), "../" + STYLE, article);
        }

        private byte[] index(Map<PostedDocument, List<String[]>> lines) {
            var items = new HashMap<String, AgendaItem>();
            papers.stream().flatMap(some -> some.of(meeting.id()).stream()).forEach(paper -> item(paper, items));
            var xml = new Xml();
            xml.element("h1", frame.text(meeting.name()));
            groups.find(meeting.group()).ifPresent(group -> xml.element("p", frame.text(group.name())));
            Moments moments = Moments.in(frame.language());
            xml.element(
                    "p",
                    Stream.of(meeting.starts(), meeting.ends())
                            .filter(date -> !date.isEmpty())
                            .map(moments::partial)
                            .distinct()
                            .collect(Collectors.joining(" – ")));
            xml.element("p", frame.text(meeting.place()));
            for (AgendaItem item : meeting.items()) {
                List<PostedDocument> of = lines.keySet().stream()
                        .filter(one -> item.equals(items.get(one.symbol())))
                        .toList();
                if (of.isEmpty()) continue;
                xml.element("h2", item.number() + " " + frame.text(item.title()));
                list(xml, of, lines);
            }
            List<PostedDocument> others = lines.keySet().stream()
                    .filter(one -> !items.containsKey(one.symbol()))
                    .toList();
            if (!others.isEmpty()) {
                xml.element("h2", frame.t("documents.list.title"));
                list(xml, others, lines);
            }
            xml.element("p", frame.t("documents.zip.files"));
            return html(frame.language(), frame.text(meeting.name()), STYLE, xml.toString());
        }

        private void item(Paper paper, Map<String, AgendaItem> items) {
            if (paper.item() != null) meeting.item(paper.item()).ifPresent(item -> items.put(paper.symbol(), item));
        }

        private void list(Xml xml, List<PostedDocument> some, Map<PostedDocument, List<String[]>> lines) {
            xml.open("ul");
            for (PostedDocument one : some) {
                PostedDocument.Title title = one.titleFor(frame.language());
                xml.open("li").element("bdi", one.symbol(), "dir", "ltr").text(" ");
                xml.element(
                        "span", title.title(), "lang", title.language(), "dir", Languages.direction(title.language()));
                xml.empty("br");
                for (String[] link : Objects.requireNonNull(lines.get(one))) {
                    xml.element("a", link[1], "href", link[0]).text(" ");
                }
                xml.close("li");
            }
            xml.close("ul");
        }

        private byte[] manifest(List<PostedDocument> all) {
            var of = new ArrayList<Map<String, Object>>();
            for (PostedDocument one : all) of.add(Map.of("symbol", one.symbol(), "posted", one.hash()));
            of.replaceAll(java.util.TreeMap::new);
            var manifest = new LinkedHashMap<String, Object>();
            manifest.put("meeting", meeting.address());
            manifest.put("documents", of);
            manifest.put("sha256", new LinkedHashMap<>(hashes));
            return Json.bytes(manifest);
        }

        private void add(String path, byte[] content) throws IOException {
            var entry = new ZipEntry(path);
            entry.setTimeLocal(ZIP_EPOCH);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            hashes.put(path, HexFormat.of().formatHex(sha256(content)));
        }
    }

    private static byte[] html(String language, String title, String style, String content) {
        var xml = new Xml();
        xml.open("html", "lang", language, "dir", Languages.direction(language)).open("head");
        xml.empty("meta", "charset", "utf-8").empty("meta", "name", "viewport", "content", "width=device-width");
        xml.element("title", title)
                .empty("link", "rel", "stylesheet", "href", style)
                .close("head");
        xml.open("body").raw(content).close("body").close("html");
        return ("<!DOCTYPE html>\n" + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] style() throws IOException {
        try (InputStream in = MeetingZip.class.getResourceAsStream("offline.css")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
