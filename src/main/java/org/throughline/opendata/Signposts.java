package org.throughline.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.throughline.platform.Settings;
import org.throughline.platform.harvest.DublinCore;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;

/// How a program that stands before an entry's page finds its permanent address, its descriptions, its files, its
/// licence
/// and the collection it is in (Signposting; links as RFC 8288 and RFC 9264 have them).
@Service
public class Signposts {

    /// A description of an entry in a format of others.
    public record Description(String ending, String mediaType, String profile) {}

    public static final List<Description> DESCRIPTIONS = List.of(
            new Description(".jsonld", "application/ld+json", "https://schema.org/"),
            new Description(".datacite.xml", "application/xml", DataCite.NAMESPACE),
            new Description(".dc.xml", "application/xml", DublinCore.NAMESPACE),
            new Description(".iati.xml", "application/xml", "http://iatistandard.org/203/activity-standard/"),
            new Description(".json", "application/json", ""));

    // A header has little room; the link set has all of them.
    private static final int MOST_ITEMS = 15;

    public static final String LINKSET = ".linkset.json";

    private final PublishedProjects projects;
    private final Settings settings;
    private final OpenDataSettings openData;

    Signposts(PublishedProjects projects, Settings settings, OpenDataSettings openData) {
        this.projects = projects;
        this.settings = settings;
        this.openData = openData;
    }

    /// The `Link` header of an entry's page: its descriptions, its files and where the rest stands.
    public String header(long number, List<PublishedAttachment> attachments) {
        String address = settings.publicUrl() + "/stocktaking/" + number;
        List<String> links = new ArrayList<>();
        links.add("<" + address + ">; rel=\"cite-as\"");
        for (Description one : DESCRIPTIONS)
            links.add("<" + address + one.ending() + ">; rel=\"describedby\"; type=\"" + one.mediaType() + "\""
                    + (one.profile().isEmpty() ? "" : "; profile=\"" + one.profile() + "\""));
        attachments.stream().limit(MOST_ITEMS).forEach(one -> links.add("<" + file(address, one) + ">; rel=\"item\""));
        links.add("<" + openData.licence() + ">; rel=\"license\"");
        links.add("<" + settings.publicUrl() + "/data/register>; rel=\"collection\"");
        links.add("<https://schema.org/WebPage>; rel=\"type\"");
        links.add("<" + address + LINKSET + ">; rel=\"linkset\"; type=\"application/linkset+json\"");
        return String.join(", ", links);
    }

    public String address(long number) {
        return settings.publicUrl() + "/stocktaking/" + number;
    }

    /// Everything that an entry's page, its descriptions and its files are to each other.
    public Map<String, Object> linkset(PublishedProject project) {
        String address = settings.publicUrl() + project.path();
        List<Object> contexts = new ArrayList<>();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("anchor", address);
        page.put("cite-as", List.of(target(address, "")));
        page.put(
                "describedby",
                DESCRIPTIONS.stream()
                        .map(one -> {
                            Map<String, Object> link = target(address + one.ending(), one.mediaType());
                            if (!one.profile().isEmpty()) link.put("profile", List.of(one.profile()));
                            return link;
                        })
                        .toList());
        List<PublishedAttachment> attached = projects.attachments(project.number());
        if (!attached.isEmpty())
            page.put(
                    "item",
                    attached.stream()
                            .map(one -> {
                                Map<String, Object> link = target(file(address, one), "");
                                if (!one.title().isBlank()) link.put("title", one.title());
                                return link;
                            })
                            .toList());
        page.put("license", List.of(target(openData.licence(), "")));
        page.put("collection", List.of(target(settings.publicUrl() + "/data/register", "text/html")));
        page.put("type", List.of(target("https://schema.org/WebPage", "")));
        contexts.add(page);
        for (Description one : DESCRIPTIONS) contexts.add(back("describes", address + one.ending(), address));
        attached.forEach(one -> contexts.add(back("collection", file(address, one), address)));
        return Map.of("linkset", contexts);
    }

    private static String file(String address, PublishedAttachment attachment) {
        return address + "/files/" + attachment.id();
    }

    private static Map<String, Object> back(String relation, String anchor, String page) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("anchor", anchor);
        context.put(relation, List.of(target(page, "text/html")));
        return context;
    }

    private static Map<String, Object> target(String address, String type) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("href", address);
        if (!type.isEmpty()) target.put("type", type);
        return target;
    }
}
