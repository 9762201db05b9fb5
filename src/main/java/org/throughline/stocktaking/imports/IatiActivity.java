package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.platform.Json;

/// An activity of the IATI Standard as the cells of a row, with columns that a mapping can read like those of any
/// table.
/// Codes stay as the standard has them; which word of ours they are is said by the mapping.
///
/// Where a text stands in several languages, the activity's own comes first and the others are kept aside, by language.
final class IatiActivity {

    /// The parts of an activity that are used; all else is checked and passed over.
    static final Set<String> KEPT = Set.of(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "activity-status",
            "activity-date",
            "contact-info",
            "activity-scope",
            "recipient-country",
            "recipient-region",
            "sector",
            "tag",
            "document-link");

    // Who does the work, else who answers for it.
    private static final List<String> ROLES = List.of("4", "2", "3");
    private static final String GOAL_TAG = "2";
    private static final String TARGET_TAG = "3";
    private static final String GOAL_SECTOR = "7";
    private static final String TARGET_SECTOR = "8";

    private final XmlNode activity;
    private final String language;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> aside = new LinkedHashMap<>();

    private IatiActivity(XmlNode activity) {
        this.activity = activity;
        String stated = activity.attribute("xml:lang");
        this.language = stated.isEmpty() ? titleLanguage(activity) : stated;
    }

    static Map<String, String> cells(XmlNode activity) {
        return new IatiActivity(activity).read();
    }

    private static String titleLanguage(XmlNode activity) {
        return activity.first("title")
                .all("narrative")
                .map(narrative -> narrative.attribute("xml:lang"))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> read() {
        put("identifier", activity.first("iati-identifier").text());
        put("language", language);
        put("title", own("title", Stream.of(activity.first("title"))));
        put("description", own("description", descriptions("1", "")));
        put("objectives", own("objectives", descriptions("2")));
        put("targetGroups", own("targetGroups", descriptions("3")));
        put("otherDescription", own("otherDescription", descriptions("4")));
        put("status", activity.first("activity-status").attribute("code"));
        put("start", date("2", "1"));
        put("end", date("4", "3"));
        put("scope", activity.first("activity-scope").attribute("code"));
        put("countries", codes("recipient-country", Set.of("")));
        put("regions", codes("recipient-region", Set.of("", "1")));
        put("sectors", codes("sector", Set.of("", "1", "2")));
        put("goals", goals());
        organisations();
        contact();
        documents();
        put("translations", aside.isEmpty() ? "" : Json.write(aside));
        return cells;
    }

    private void put(String column, String value) {
        cells.put(column, value);
    }

    private Stream<XmlNode> descriptions(String... types) {
        Set<String> wanted = Set.of(types);
        return activity.all("description").filter(one -> wanted.contains(one.attribute("type")));
    }

    // The text in the activity's language, or in whatever language there is; paragraphs of several elements in a row.
    private String own(String column, Stream<XmlNode> elements) {
        List<String> texts = new ArrayList<>();
        elements.forEach(element -> {
            List<XmlNode> narratives = element.all("narrative").toList();
            Optional<XmlNode> own = narratives.stream()
                    .filter(one -> languageOf(one).equals(language))
                    .findFirst()
                    .or(() -> narratives.stream().findFirst());
            own.map(XmlNode::text).filter(text -> !text.isEmpty()).ifPresent(texts::add);
            narratives.stream()
                    .filter(one ->
                            own.isPresent() && one != own.get() && !one.text().isEmpty())
                    .forEach(one -> aside.computeIfAbsent(languageOf(one), any -> new LinkedHashMap<>())
                            .merge(column, one.text(), (a, b) -> a + "\n\n" + b));
        });
        return String.join("\n\n", texts);
    }

    private String languageOf(XmlNode narrative) {
        String stated = narrative.attribute("xml:lang");
        return stated.isEmpty() ? language : stated;
    }

    /// The first of these kinds of date that is there.
    private String date(String... types) {
        return Stream.of(types)
                .flatMap(type -> activity.all("activity-date")
                        .filter(date -> date.attribute("type").equals(type)))
                .map(date -> date.attribute("iso-date"))
                .findFirst()
                // The standard's dates may end with a time zone.
                .map(date -> date.substring(0, Math.min(10, date.length())))
                .orElse("");
    }

    private String codes(String element, Set<String> vocabularies) {
        return activity.all(element)
                .filter(one -> vocabularies.contains(one.attribute("vocabulary")))
                .map(one -> one.attribute("code"))
                .distinct()
                .collect(Collectors.joining(";"));
    }

    // Goals and targets stand among the tags, and in older files among the sectors. A target names its goal.
    private String goals() {
        Map<String, Map<String, String>> goals = new LinkedHashMap<>();
        Stream.of("tag", "sector").flatMap(activity::all).forEach(one -> {
            boolean tag = one.name().equals("tag");
            String vocabulary = one.attribute("vocabulary");
            boolean target = vocabulary.equals(tag ? TARGET_TAG : TARGET_SECTOR);
            if (!target && !vocabulary.equals(tag ? GOAL_TAG : GOAL_SECTOR)) return;
            String code = one.attribute("code");
            String goal = target && code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
            Map<String, String> row = goals.computeIfAbsent(goal, key -> new LinkedHashMap<>(Map.of("key", key)));
            if (target) row.putIfAbsent("target", code);
            one.all("narrative")
                    .map(XmlNode::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .ifPresent(text -> row.putIfAbsent("linkage", text));
        });
        return goals.isEmpty() ? "" : Json.write(List.copyOf(goals.values()));
    }

    private record Organisation(String name, String type, String role) {}

    private void organisations() {
        List<Organisation> all = new ArrayList<>();
        activity.all("participating-org")
                .map(one -> organisation(one, one.attribute("role")))
                .forEach(all::add);
        Organisation reporter = organisation(activity.first("reporting-org"), "");
        all.removeIf(one -> one.name().isEmpty());
        Organisation lead = ROLES.stream()
                .flatMap(role -> all.stream().filter(one -> one.role().equals(role)))
                .findFirst()
                .orElse(reporter);
        put("organisation", lead.name());
        put("organisationType", lead.type());
        Set<String> partners = new LinkedHashSet<>();
        all.forEach(one -> partners.add(one.name()));
        partners.add(reporter.name());
        partners.remove(lead.name());
        partners.remove("");
        put("partners", partners.isEmpty() ? "" : Json.write(partners));
    }

    private Organisation organisation(XmlNode node, String role) {
        List<XmlNode> narratives = node.all("narrative").toList();
        String name = narratives.stream()
                .filter(one -> languageOf(one).equals(language))
                .findFirst()
                .or(() -> narratives.stream().findFirst())
                .map(XmlNode::text)
                .orElse("");
        return new Organisation(name.isEmpty() ? node.attribute("ref") : name, node.attribute("type"), role);
    }

    private void contact() {
        XmlNode contact = activity.first("contact-info");
        put("website", contact.first("website").text());
        put("contactName", text(contact.first("person-name")));
        put("contactEmail", contact.first("email").text());
        put("contactPhone", contact.first("telephone").text());
    }

    private static String text(XmlNode element) {
        return element.all("narrative").map(XmlNode::text).findFirst().orElse("");
    }

    private void documents() {
        List<String> documents = activity.all("document-link")
                .map(one -> one.attribute("url"))
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
        put("documents", documents.isEmpty() ? "" : Json.write(documents));
    }
}
