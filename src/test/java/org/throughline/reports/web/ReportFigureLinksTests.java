package org.throughline.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.reports.Edition;
import org.throughline.reports.Figure;
import org.throughline.reports.FigureData;
import org.throughline.reports.Making;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Behind each number of a figure stands a list of exactly so many projects.
@ThroughlineTest
class ReportFigureLinksTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Reports reports;

    @Autowired
    Making making;

    @Autowired
    ReportEditions editions;

    @Autowired
    PublishedReports published;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    private ProjectCollection collection;

    private void project(String lines, String country, String status, String type, String start, String... goals) {
        Map<String, JsonNode> answers = SmallRegister.answers("Project in " + country + " " + start);
        SmallRegister.put(answers, "actionLines", lines);
        SmallRegister.put(answers, "countries", "[\"" + country + "\"]");
        SmallRegister.put(answers, "status", "\"" + status + "\"");
        SmallRegister.put(answers, "entityType", "\"" + type + "\"");
        SmallRegister.put(answers, "startsOn", "\"" + start + "\"");
        SmallRegister.put(
                answers,
                "sdgs",
                java.util.Arrays.stream(goals)
                        .map(goal -> "{\"key\": \"" + goal + "\", \"linkage\": \"It helps.\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        SmallRegister.publish(register, collection, NewProject.of("en", answers, Consent.ALL));
    }

    private PublishedReport report() {
        collection = SmallRegister.fresh(collections);
        project("[\"C2\"]", "KE", "ongoing", "CSO", "2022", "4", "9");
        project("[\"C2\", \"C7-ELEA\"]", "PE", "completed", "GOV", "2020-03", "4");
        project("[\"C1\"]", "KE", "planned", "GOV", "2022-05-01", "5");
        project("[\"C7-EHEA\"]", "EG", "ongoing", "PRIV", "2024", "3", "9");
        Report report =
                reports.create(SmallReport.freshSlug(), SmallReport.recipe(collection), SmallReport.SECRETARIAT);
        Edition edition = SmallReport.make(making, editions, report, Stage.FINAL);
        editions.publish(edition, SmallReport.SECRETARIAT);
        return published.find(report.slug(), null).orElseThrow();
    }

    private String text(String address) throws Exception {
        var response = mvc.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Set<String> linksOf(String page) throws Exception {
        return Jsoup.parse(text(page)).select("main a[href]").stream()
                .map(link -> link.attr("href"))
                .collect(Collectors.toSet());
    }

    private long listed(String address) throws Exception {
        String lines =
                address.replace("/collections/" + collection.slug(), "/collections/" + collection.slug() + ".jsonl");
        return text(lines).lines().filter(line -> !line.isBlank()).count();
    }

    @Test
    void eachNumberLeadsToAListOfSoManyProjects() throws Exception {
        PublishedReport report = report();
        var links = new RegisterLinks("", "en", report.recipe());
        Map<String, Long> numbers = new LinkedHashMap<>();
        Set<Figure> led = EnumSet.noneOf(Figure.class);
        for (FigureData figure : report.figures())
            for (FigureData.Row row : figure.rows()) {
                String address =
                        figure.figure() == Figure.ACTION_LINE_SDG ? null : links.of(figure.figure(), row.code());
                if (address == null || row.value() == 0) continue;
                numbers.put(address, row.value());
                led.add(figure.figure());
            }
        FigureData heat = report.figure("action-line-sdg").orElseThrow();
        for (FigureData.Row row : heat.rows())
            for (int i = 0; i < heat.series().size(); i++)
                if (row.values().get(i) > 0)
                    numbers.put(
                            links.cell(row.code(), heat.series().get(i)),
                            row.values().get(i));
        assertThat(led)
                .contains(
                        Figure.ACTION_LINE,
                        Figure.SDG,
                        Figure.REGION,
                        Figure.COUNTRY,
                        Figure.STAKEHOLDER_TYPE,
                        Figure.ACTIVITY_TYPE,
                        Figure.STATUS,
                        Figure.YEAR);
        assertThat(numbers).hasSizeGreaterThan(20);
        Set<String> shown = linksOf("/reports/" + report.slug() + "/chapters/overview");
        for (Map.Entry<String, Long> one : numbers.entrySet()) {
            assertThat(shown).as("links of the overview").anyMatch(link -> link.endsWith(one.getKey()));
            assertThat(listed(one.getKey())).as(one.getKey()).isEqualTo(one.getValue());
        }
    }
}
