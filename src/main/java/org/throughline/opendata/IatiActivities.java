package org.throughline.opendata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.IatiCodes;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects.Translation;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// An entry as an activity of IATI 2.03. The register reports what others do, so it is a secondary reporter. Where
/// the standard asks for more than is known, the least is said that it allows: shares of countries are equal, and an
/// entry without a start carries the day it came in, with words that say so.
@Component
class IatiActivities {

    private static final String OURS = "99";
    private static final String ACTIVITY_PAGE = "A12";
    private static final String UNDER_WAY = "2";
    private static final String CLOSED = "4";
    private static final String SEVERAL_COUNTRIES = "3";
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    private final ProjectTerms terms;
    private final Settings settings;
    private final OpenDataSettings openData;

    IatiActivities(ProjectTerms terms, Settings settings, OpenDataSettings openData) {
        this.terms = terms;
        this.settings = settings;
        this.openData = openData;
    }

    String site() {
        return settings.publicUrl() + "/stocktaking/";
    }

    String terms() {
        return Xml.clean((openData.publisher(settings) + ", " + openData.licenceName() + ", " + openData.licence()))
                .replace("--", "- -");
    }

    String identifier(long number) {
        return openData.iatiReference(settings) + "-" + number;
    }

    /// @param translations what the source of the entry says in other languages
    void write(Xml xml, PublishedProject project, List<Translation> translations) {
        String language = project.language();
        xml.open(
                "iati-activity",
                "xml:lang",
                language,
                "last-updated-datetime",
                project.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.element("iati-identifier", identifier(project.number()));
        xml.open(
                "reporting-org",
                "ref",
                openData.iatiReference(settings),
                "type",
                openData.iatiType(),
                "secondary-reporter",
                "1");
        narrative(xml, openData.publisher(settings), "en");
        xml.close("reporting-org");
        xml.open("title");
        narrative(xml, project.title(), language);
        others(xml, translations, Translation::title);
        xml.close("title");
        descriptions(xml, project, translations);
        organisations(xml, project);
        xml.empty("activity-status", "code", status(project));
        dates(xml, project);
        String scope = scope(project);
        if (!scope.isEmpty()) xml.empty("activity-scope", "code", scope);
        places(xml, project);
        classes(xml, project);
        page(xml, terms.address(project), project.title(), language);
        if (project.website().matches("https?://\\S+")) page(xml, project.website(), project.title(), language);
        xml.close("iati-activity");
    }

    private static void narrative(Xml xml, String text, String language) {
        xml.element("narrative", text, "xml:lang", language);
    }

    private static void others(Xml xml, List<Translation> translations, Function<Translation, String> words) {
        for (Translation one : translations)
            if (!words.apply(one).isBlank()) narrative(xml, words.apply(one), one.language());
    }

    private static void descriptions(Xml xml, PublishedProject project, List<Translation> translations) {
        String summary = project.summary().isBlank() ? project.title() : project.summary();
        description(xml, "1", summary, project.language(), translations, Translation::description);
        text(project, "description").ifPresent(xml, "1", project.language(), List.of());
        text(project, "goals").ifPresent(xml, "2", project.language(), translations);
    }

    private record Text(String words) {
        void ifPresent(Xml xml, String type, String language, List<Translation> translations) {
            if (!words.isBlank()) description(xml, type, words, language, translations, Translation::goals);
        }
    }

    private static Text text(PublishedProject project, String field) {
        return new Text(Answers.text(project.answers().get(field)));
    }

    private static void description(
            Xml xml,
            String type,
            String words,
            String language,
            List<Translation> translations,
            Function<Translation, String> other) {
        xml.open("description", "type", type);
        narrative(xml, words, language);
        others(xml, translations, other);
        xml.close("description");
    }

    // Who does the work; without a name where it may not be told.
    private void organisations(Xml xml, PublishedProject project) {
        List<String> attributes = new ArrayList<>(List.of("role", "4"));
        if (!project.entityType().isBlank()) attributes.addAll(List.of("type", organisationType(project.entityType())));
        xml.open("participating-org", attributes.toArray(String[]::new));
        if (!project.entityName().isBlank()) narrative(xml, project.entityName(), project.language());
        xml.close("participating-org");
        JsonNode partners = project.answers().get("partners");
        if (partners == null || !partners.isArray()) return;
        partners.valueStream()
                .map(Answers::text)
                .filter(name -> !name.isBlank())
                .forEach(name -> {
                    xml.open("participating-org", "role", "4");
                    narrative(xml, name, project.language());
                    xml.close("participating-org");
                });
    }

    private static void dates(Xml xml, PublishedProject project) {
        boolean planned = project.status().equals("planned");
        boolean over = project.status().equals("completed");
        date(xml, planned ? "1" : "2", project.startsOn());
        date(xml, over ? "4" : "3", project.endsOn());
        if (project.startsOn() != null || project.endsOn() != null) return;
        xml.open(
                "activity-date",
                "type",
                planned ? "1" : "2",
                "iso-date",
                LocalDate.ofInstant(project.receivedAt(), ZoneOffset.UTC).toString());
        narrative(xml, "Day on which the entry was received; no start was given", "en");
        xml.close("activity-date");
    }

    private static void date(Xml xml, String type, @Nullable LocalDate day) {
        if (day != null) xml.empty("activity-date", "type", type, "iso-date", day.toString());
    }

    // The standard wants shares that make a hundred where there are several; nobody knows them, so they are equal.
    private void places(Xml xml, PublishedProject project) {
        if (!project.countries().isEmpty()) {
            List<String> shares = shares(project.countries().size());
            for (int i = 0; i < shares.size(); i++) {
                xml.open("recipient-country", "code", project.countries().get(i), "percentage", shares.get(i));
                narrative(
                        xml,
                        terms.name(Vocabulary.COUNTRIES, project.countries().get(i)),
                        "en");
                xml.close("recipient-country");
            }
            return;
        }
        List<String> shares = shares(project.regions().size());
        for (int i = 0; i < shares.size(); i++)
            ours(
                    xml,
                    "recipient-region",
                    terms.term(Vocabulary.REGIONS, project.regions().get(i)),
                    "percentage",
                    shares.get(i));
    }

    private void classes(Xml xml, PublishedProject project) {
        List<String> shares = shares(project.actionLines().size());
        for (int i = 0; i < shares.size(); i++)
            ours(
                    xml,
                    "sector",
                    terms.term(Vocabulary.ACTION_LINES, project.actionLines().get(i)),
                    "percentage",
                    shares.get(i));
        for (String goal : project.sdgs()) {
            xml.open("tag", "code", goal, "vocabulary", "2");
            narrative(xml, terms.name(Vocabulary.SDGS, goal), "en");
            xml.close("tag");
        }
        JsonNode sdgs = project.answers().get("sdgs");
        if (sdgs != null && sdgs.isArray())
            sdgs.valueStream()
                    .map(one -> Answers.text(one.path("target")))
                    .filter(target -> target.matches("\\d{1,2}\\.[0-9a-z]{1,2}"))
                    .distinct()
                    .forEach(target -> xml.empty("tag", "code", target, "vocabulary", "3"));
        project.gdc().forEach(code -> ours(xml, "tag", terms.term(Vocabulary.GDC, code)));
    }

    // A term of a list of our own, with the address at which it is explained.
    private void ours(Xml xml, String element, ProjectTerms.Classified term, String... more) {
        xml.open(
                        element,
                        "code",
                        term.code(),
                        "vocabulary",
                        OURS,
                        "vocabulary-uri",
                        terms.vocabularyAddress(term.vocabulary()))
                .attributes(more);
        narrative(xml, term.name(), "en");
        xml.close(element);
    }

    private static void page(Xml xml, String address, String title, String language) {
        xml.open("document-link", "format", "text/html", "url", address);
        xml.open("title");
        narrative(xml, title, language);
        xml.close("title");
        xml.empty("category", "code", ACTIVITY_PAGE);
        xml.close("document-link");
    }

    /// Equal shares of a hundred, which make a hundred exactly.
    static List<String> shares(int count) {
        List<String> shares = new ArrayList<>();
        BigDecimal left = HUNDRED;
        for (int i = count; i > 0; i--) {
            BigDecimal share = left.divide(BigDecimal.valueOf(i), 2, RoundingMode.HALF_UP);
            shares.add(share.stripTrailingZeros().toPlainString());
            left = left.subtract(share);
        }
        return shares;
    }

    private static String status(PublishedProject project) {
        if (project.closedAt() != null && project.status().equals("ongoing")) return CLOSED;
        return IatiCodes.of("status", project.status()).orElse(project.closedAt() == null ? UNDER_WAY : CLOSED);
    }

    // The standard tells the world from several countries that are named.
    private static String scope(PublishedProject project) {
        if (project.coverage().equals("international") && !project.countries().isEmpty()) return SEVERAL_COUNTRIES;
        return IatiCodes.of("coverage", project.coverage()).orElse("");
    }

    // The standard knows no single type for civil society, nor one for the technical community, and does not tell the
    // bodies of the United Nations from other organisations of states.
    private static String organisationType(String type) {
        String known = type.equals("UN") || type.equals("ROR") ? "IO" : type;
        return IatiCodes.of("entityType", known)
                .or(() -> IatiCodes.of("entityType", "OTH"))
                .orElseThrow();
    }
}
