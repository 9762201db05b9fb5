package org.throughline.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputFilter;
import org.throughline.inputs.InputOrder;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.Languages;
import org.throughline.platform.Published;
import org.throughline.platform.Settings;
import org.throughline.platform.harvest.MappedPages;
import org.throughline.platform.markup.Xml;
import org.throughline.vocabulary.Vocabulary;

/// Where every public page is, for search engines: an index and its parts, each page with its six languages.
@Service
public class SiteMap {

    /// How many entries a part has; with six addresses each it stays far below what search engines read at once.
    static final int PART = 10_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Published published;
    private final ChangedRecords records;
    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final List<MappedPages> mapped;
    private final Vocabulary vocabulary;
    private final Settings settings;

    SiteMap(
            Published published,
            ChangedRecords records,
            PublishedCalls calls,
            PublishedInputs inputs,
            List<MappedPages> mapped,
            Vocabulary vocabulary,
            Settings settings) {
        this.published = published;
        this.records = records;
        this.calls = calls;
        this.inputs = inputs;
        this.mapped = List.copyOf(mapped);
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    private record Part(long number, Instant changedAt) {}

    public String index() {
        var xml = begin("sitemapindex");
        part(xml, "/sitemaps/pages.xml", null);
        calls.all().forEach(call -> part(xml, "/sitemaps/calls/" + call.slug() + ".xml", null));
        published
                .sql("""
                SELECT (number - 1) / ? AS part, max(changed_at) AS changed_at FROM opendata.published_record
                WHERE kind = 'public' GROUP BY 1 ORDER BY 1""")
                .param(PART)
                .query((row, n) -> new Part(
                        row.getLong("part"), row.getTimestamp("changed_at").toInstant()))
                .list()
                .forEach(part -> part(xml, "/sitemaps/register/" + part.number() + ".xml", part.changedAt()));
        for (MappedPages each : mapped) {
            long parts = (each.count() + PART - 1) / PART;
            for (long part = 0; part < parts; part++) part(xml, "/sitemaps/" + each.name() + "/" + part + ".xml", null);
        }
        return xml.close("sitemapindex").toString();
    }

    /// What the index depends on besides calls and the register, in the store of pages.
    public String[] tags() {
        return mapped.stream().map(MappedPages::tag).toArray(String[]::new);
    }

    /// The modules that have parts of the map of their own, by their names.
    public Optional<MappedPages> mapped(String name) {
        return mapped.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// A part of the pages of a module.
    public String part(MappedPages of, long part) {
        var xml = begin("urlset");
        of.pages(part * PART, PART).forEach(page -> page(xml, page.path(), page.changedAt()));
        return xml.close("urlset").toString();
    }

    private void part(Xml xml, String path, @Nullable Instant changed) {
        xml.open("sitemap").element("loc", settings.publicUrl() + path);
        if (changed != null) xml.element("lastmod", changed.toString());
        xml.close("sitemap");
    }

    /// The entries of one part of the register.
    public String register(long part) {
        var xml = begin("urlset");
        long first = part * PART;
        for (long last = first; ; ) {
            List<ChangedRecord> some = records.byNumber(last, 1_000);
            for (ChangedRecord record : some)
                if (record.isPublic() && record.number() <= first + PART)
                    page(xml, "/stocktaking/" + record.number(), record.changedAt());
            if (some.isEmpty() || some.getLast().number() > first + PART) break;
            last = some.getLast().number();
        }
        return xml.close("urlset").toString();
    }

    /// Pages that are there once.
    public String pages() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/about",
                "/calls",
                "/stocktaking",
                "/documents",
                "/groups",
                "/letters",
                "/mandates",
                "/roadmaps",
                "/chain",
                "/vocabularies",
                "/data",
                "/data/register",
                "/data/log"));
        vocabulary.schemes().forEach(scheme -> paths.add("/vocabularies/" + scheme.name()));
        var xml = begin("urlset");
        paths.forEach(path -> page(xml, path, null));
        return xml.close("urlset").toString();
    }

    /// A call with its published inputs.
    public String call(Call call) {
        var xml = begin("urlset");
        String path = "/calls/" + call.slug();
        page(xml, path, null);
        page(xml, path + "/inputs", null);
        page(xml, path + "/statistics", null);
        inputs.numbers(call.id(), InputFilter.NONE, InputOrder.RECEIVED, false).stream()
                .limit(PART * 4L)
                .forEach(number -> page(xml, path + "/inputs/" + number, null));
        return xml.close("urlset").toString();
    }

    private static Xml begin(String root) {
        var xml = new Xml();
        return xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open(root, "xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    }

    private void page(Xml xml, String path, @Nullable Instant changed) {
        xml.open("url").element("loc", at("en", path));
        if (changed != null) xml.element("lastmod", changed.toString());
        for (String language : Languages.ALL)
            xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", at(language, path));
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", "x-default", "href", at("en", path));
        xml.close("url");
    }

    private String at(String language, String path) {
        if (language.equals(Languages.DEFAULT)) return settings.publicUrl() + path;
        return settings.publicUrl() + "/" + language + (path.equals("/") ? "" : path);
    }
}
