package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.web.ProjectPage.Fact;
import org.throughline.stocktaking.web.ProjectPage.Value;
import org.throughline.vocabulary.Vocabulary;

/// What is known of a project at a glance, each value with the list of all projects that share it.
@Component
class ProjectFacts {

    /// The fields that are facts; the rest of the answers stand by the sections of the form.
    static final Set<String> FIELDS = Set.of(
            "title",
            "summary",
            "activityType",
            "status",
            "coverage",
            "countries",
            "regions",
            "actionLines",
            "gdc",
            "beneficiaries",
            "startsOn",
            "endsOn",
            "ongoing",
            "entityName",
            "entityType",
            "entityCountry",
            "website");

    private final ProjectWords words;

    ProjectFacts(ProjectWords words) {
        this.words = words;
    }

    List<Fact> of(Frame frame, PublishedCollection home, ProjectForm form, PublishedProject project) {
        String base = frame.url(home.path());
        List<Fact> facts = new ArrayList<>();
        Function<Facet, Function<String, Value>> linked = facet -> code ->
                new Value(words.value(frame, form, facet, code), base + "?" + facet.parameter() + "=" + code, false);
        add(facts, frame.t("stocktaking.show.entity"), text(project.entityName()));
        add(
                facts,
                words.title(frame, Facet.STAKEHOLDER_TYPE),
                codes(project.entityType(), linked.apply(Facet.STAKEHOLDER_TYPE)));
        if (!project.entityCountry().isEmpty())
            add(
                    facts,
                    frame.t("stocktaking.show.entity-country"),
                    List.of(plain(words.value(frame, form, Facet.COUNTRY, project.entityCountry()))));
        add(
                facts,
                words.title(frame, Facet.ACTION_LINE),
                codes(words.inOrder(Vocabulary.ACTION_LINES, project.actionLines()), linked.apply(Facet.ACTION_LINE)));
        add(
                facts,
                words.title(frame, Facet.SDG),
                codes(words.inOrder(Vocabulary.SDGS, project.sdgs()), linked.apply(Facet.SDG)));
        add(facts, words.title(frame, Facet.GDC), codes(project.gdc(), linked.apply(Facet.GDC)));
        add(facts, words.title(frame, Facet.COUNTRY), codes(project.countries(), linked.apply(Facet.COUNTRY)));
        add(facts, words.title(frame, Facet.REGION), codes(project.regions(), linked.apply(Facet.REGION)));
        add(facts, words.title(frame, Facet.COVERAGE), codes(project.coverage(), linked.apply(Facet.COVERAGE)));
        add(facts, frame.t("stocktaking.show.dates"), dates(frame, project));
        add(facts, words.title(frame, Facet.STATUS), codes(project.status(), linked.apply(Facet.STATUS)));
        add(
                facts,
                words.title(frame, Facet.ACTIVITY_TYPE),
                codes(project.activityType(), linked.apply(Facet.ACTIVITY_TYPE)));
        add(
                facts,
                words.title(frame, Facet.BENEFICIARY),
                codes(project.beneficiaries(), linked.apply(Facet.BENEFICIARY)));
        add(facts, words.title(frame, Facet.LANGUAGE), codes(project.language(), linked.apply(Facet.LANGUAGE)));
        return facts;
    }

    private static void add(List<Fact> facts, String label, List<Value> values) {
        if (!values.isEmpty()) facts.add(new Fact(label, values));
    }

    private static List<Value> codes(String code, Function<String, Value> value) {
        return code.isEmpty() ? List.of() : List.of(value.apply(code));
    }

    private static List<Value> codes(List<String> codes, Function<String, Value> value) {
        return codes.stream().map(value).toList();
    }

    private static List<Value> text(String text) {
        return text.isEmpty() ? List.of() : List.of(new Value(text, "", true));
    }

    private static Value plain(String text) {
        return new Value(text, "", false);
    }

    private static List<Value> dates(Frame frame, PublishedProject project) {
        String starts =
                ProjectAnswers.date(frame, Answers.text(project.answers().get("startsOn")));
        String ends = ProjectAnswers.date(frame, Answers.text(project.answers().get("endsOn")));
        if (starts.isEmpty() && ends.isEmpty())
            return project.ongoing() ? List.of(plain(frame.t("stocktaking.show.no-end"))) : List.of();
        if (ends.isEmpty())
            return List.of(plain(
                    project.ongoing()
                            ? frame.t("stocktaking.show.from-no-end", starts)
                            : frame.t("stocktaking.show.from", starts)));
        return List.of(plain(
                starts.isEmpty()
                        ? frame.t("stocktaking.show.until", ends)
                        : frame.t("stocktaking.show.from-until", starts, ends)));
    }
}
