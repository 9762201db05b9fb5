package org.throughline.notices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.StandardForm;
import org.throughline.vocabulary.Vocabulary;

/// Says in the reader's language what a target is: the words of a search with what it is narrowed by, or a
/// project's title. Of a project that is not public it says the number.
@Component
public class TargetWords {

    private static final int MOST_NAMED = 5;

    private final Messages messages;
    private final Vocabulary vocabulary;
    private final PublishedProjects projects;
    private final ProjectCollections collections;
    private final Roadmaps roadmaps;
    private final ProjectForm form = StandardForm.read();

    TargetWords(
            Messages messages,
            Vocabulary vocabulary,
            PublishedProjects projects,
            ProjectCollections collections,
            Roadmaps roadmaps) {
        this.messages = messages;
        this.vocabulary = vocabulary;
        this.projects = projects;
        this.collections = collections;
        this.roadmaps = roadmaps;
    }

    public String of(Target target, String language) {
        Messages.Texts texts = messages.in(language);
        if (target.kind() == Target.Kind.PROJECT)
            return projects.find(target.number())
                    .map(PublishedProject::title)
                    .map(title -> texts.of("notices.target.project", target.key(), title))
                    .orElseGet(() -> texts.of("notices.target.project.number", target.key()));
        if (target.kind() == Target.Kind.ROADMAP) return roadmap(target, texts);
        RegisterQuery query = target.query(language);
        List<String> parts = new ArrayList<>();
        if (!query.text().isEmpty()) parts.add(texts.of("notices.target.words", query.text()));
        query.facets()
                .forEach((facet, values) -> parts.add(texts.of(
                        "notices.target.facet",
                        name(facet, texts),
                        Languages.list(
                                language,
                                values.stream()
                                        .map(value -> value(facet, value, texts))
                                        .toList()))));
        query.own().forEach((code, values) -> parts.add(own(query, code, values, texts)));
        return parts.isEmpty() ? texts.of("notices.target.everything") : String.join(" · ", parts);
    }

    // A field that only the form of one register has, in that form's words.
    private String own(RegisterQuery query, String code, List<String> values, Messages.Texts texts) {
        Optional<ProjectForm.Field> field = query.facets().getOrDefault(Facet.COLLECTION, List.of()).stream()
                .flatMap(slug -> collections.find(slug).stream())
                .flatMap(collection -> collections.form(collection).field(code).stream())
                .findFirst();
        List<String> names = values.stream()
                .map(value -> field.stream()
                        .flatMap(one -> one.choices().stream())
                        .filter(choice -> choice.code().equals(value))
                        .map(choice -> choice.label().textFor(texts.language()))
                        .findFirst()
                        .orElse(value))
                .toList();
        return texts.of(
                "notices.target.facet",
                field.map(one -> one.label().textFor(texts.language())).orElse(code),
                Languages.list(texts.language(), names));
    }

    /// What a target is, for a mail that somebody may have had sent to a stranger: in our own words only. A
    /// search's words, titles, and values that mean nothing here are left out, and long lists are counted.
    public String unasked(Target target, String language) {
        Messages.Texts texts = messages.in(language);
        if (target.kind() == Target.Kind.PROJECT)
            return texts.of("notices.target.project.number", String.valueOf(target.number()));
        if (target.kind() == Target.Kind.ROADMAP) return roadmap(target, texts);
        if (target.key().isEmpty()) return texts.of("notices.target.everything");
        List<String> parts = new ArrayList<>();
        parts.add(texts.of("notices.target.search"));
        target.query(language).facets().forEach((facet, values) -> {
            List<String> known =
                    values.stream().filter(value -> isKnown(facet, value)).toList();
            if (known.size() > MOST_NAMED)
                parts.add(texts.of("notices.target.facet.many", name(facet, texts), known.size()));
            else if (!known.isEmpty())
                parts.add(texts.of(
                        "notices.target.facet",
                        name(facet, texts),
                        Languages.list(
                                language,
                                known.stream()
                                        .map(value -> value(facet, value, texts))
                                        .toList())));
        });
        return String.join(" · ", parts);
    }

    private String roadmap(Target target, Messages.Texts texts) {
        return roadmaps.track(target.key())
                .map(track -> texts.of("notices.target.roadmap", track.name().textFor(texts.language())))
                .orElseGet(() -> texts.of("notices.target.roadmaps"));
    }

    private boolean isKnown(Facet facet, String value) {
        return switch (facet) {
            case ACTION_LINE -> vocabulary.has(Vocabulary.ACTION_LINES, value);
            case SDG -> vocabulary.has(Vocabulary.SDGS, value);
            case GDC -> vocabulary.has(Vocabulary.GDC, value);
            case COUNTRY -> vocabulary.has(Vocabulary.COUNTRIES, value);
            case REGION -> vocabulary.has(Vocabulary.REGIONS, value);
            case STAKEHOLDER_TYPE -> vocabulary.has(Vocabulary.STAKEHOLDER_TYPES, value);
            case LANGUAGE -> vocabulary.has(Vocabulary.LANGUAGES, value);
            case ACTIVITY_TYPE -> isChoice("activityType", value);
            case BENEFICIARY -> isChoice("beneficiaries", value);
            case COVERAGE -> isChoice("coverage", value);
            case STATUS -> isChoice("status", value);
            case LIGHT ->
                Arrays.stream(Light.values()).anyMatch(light -> light.word().equals(value));
            case COLLECTION ->
                collections.find(value).filter(one -> one.publishedAt() != null).isPresent();
            case YEAR -> value.matches("(19|20)\\d{2}");
        };
    }

    private boolean isChoice(String field, String value) {
        return form.field(field).stream()
                .flatMap(one -> one.choices().stream())
                .anyMatch(one -> one.code().equals(value));
    }

    private static String name(Facet facet, Messages.Texts texts) {
        return texts.of(
                switch (facet) {
                    case ACTION_LINE -> "notices.facet.action-line";
                    case SDG -> "notices.facet.sdg";
                    case GDC -> "notices.facet.gdc";
                    case COUNTRY -> "notices.facet.country";
                    case REGION -> "notices.facet.region";
                    case STAKEHOLDER_TYPE -> "notices.facet.stakeholder-type";
                    case ACTIVITY_TYPE -> "notices.facet.activity-type";
                    case BENEFICIARY -> "notices.facet.beneficiary";
                    case COVERAGE -> "notices.facet.coverage";
                    case STATUS -> "notices.facet.status";
                    case YEAR -> "notices.facet.year";
                    case LIGHT -> "notices.facet.light";
                    case LANGUAGE -> "notices.facet.language";
                    case COLLECTION -> "notices.facet.collection";
                });
    }

    private String value(Facet facet, String value, Messages.Texts texts) {
        String language = texts.language();
        return switch (facet) {
            case ACTION_LINE -> vocabulary.name(Vocabulary.ACTION_LINES, value, language);
            case SDG -> vocabulary.name(Vocabulary.SDGS, value, language);
            case GDC -> vocabulary.name(Vocabulary.GDC, value, language);
            case COUNTRY -> vocabulary.name(Vocabulary.COUNTRIES, value, language);
            case REGION -> vocabulary.name(Vocabulary.REGIONS, value, language);
            case STAKEHOLDER_TYPE -> vocabulary.name(Vocabulary.STAKEHOLDER_TYPES, value, language);
            case LANGUAGE -> vocabulary.name(Vocabulary.LANGUAGES, value, language);
            case ACTIVITY_TYPE -> choice("activityType", value, language);
            case BENEFICIARY -> choice("beneficiaries", value, language);
            case COVERAGE -> choice("coverage", value, language);
            case STATUS -> choice("status", value, language);
            case LIGHT -> light(value, texts);
            case COLLECTION ->
                collections
                        .find(value)
                        .filter(one -> one.publishedAt() != null)
                        .map(ProjectCollection::name)
                        .map(name -> name.textFor(language))
                        .orElse(value);
            case YEAR -> value;
        };
    }

    private String choice(String field, String value, String language) {
        return form.field(field).stream()
                .flatMap(one -> one.choices().stream())
                .filter(one -> one.code().equals(value))
                .findFirst()
                .map(ProjectForm.Choice::label)
                .map((LocalizedText label) -> label.textFor(language))
                .orElse(value);
    }

    private static String light(String value, Messages.Texts texts) {
        for (Light light : Light.values())
            if (light.word().equals(value))
                return texts.of(
                        switch (light) {
                            case FRESH -> "notices.light.fresh";
                            case DUE -> "notices.light.due";
                            case STALE -> "notices.light.stale";
                            case CLOSED -> "notices.light.closed";
                        });
        return value;
    }
}
