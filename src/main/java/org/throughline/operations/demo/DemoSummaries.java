package org.throughline.operations.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.inputs.PublishedInputs;
import org.throughline.synthesis.Bands;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.GateFinding;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SectionId;
import org.throughline.synthesis.SentenceGate;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryHeader;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;

/// The two summaries of the example world: one published through the gate, one in work that the gate refuses.
@Component
class DemoSummaries {

    private static final Logger log = LoggerFactory.getLogger(DemoSummaries.class);

    private final Outline outline;
    private final Workbench workbench;
    private final Drafts drafts;
    private final Editions editions;
    private final PublishedInputs published;

    DemoSummaries(Outline outline, Workbench workbench, Drafts drafts, Editions editions, PublishedInputs published) {
        this.outline = outline;
        this.workbench = workbench;
        this.drafts = drafts;
        this.editions = editions;
        this.published = published;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SummaryFile(
            String language,
            String title,
            Header header,
            @Nullable Instant publishedAt,
            List<SectionLine> sections) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Header(
            String purpose,
            String actionRequired,
            List<String> strategicPlanLinks,
            String financialImplications,
            List<Reference> references,
            @Nullable String background,
            @Nullable String limits) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Reference(String title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SectionLine(String code, String title, List<String> themes, List<SentenceLine> sentences) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SentenceLine(String text, @Nullable String theme, List<Evidence> evidence) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Evidence(int n, String question, String quote) {}

    /// Writes a summary as a whole or not at all, and publishes it when its file gives the moment of publication.
    @Transactional
    public void load(String name, CallId call, Actor actor) {
        SummaryFile file = ExampleFiles.read(name, SummaryFile.class);
        if (drafts.of(call).stream().anyMatch(line -> line.title().equals(file.title()))) return;
        SummaryId summary = workbench.begin(call, file.title(), file.language(), actor);
        Draft empty = drafts.get(summary);
        workbench.edit(summary, file.title(), header(file.header()), Bands.DEFAULT, empty.version(), actor);
        Map<String, SectionId> sections = new HashMap<>();
        empty.sections().forEach(section -> sections.put(section.code(), section.id()));
        for (SectionLine section : file.sections()) {
            SectionId id = sections.computeIfAbsent(
                    section.code(), code -> outline.addSection(summary, code, section.title(), actor));
            write(section, id, call, actor);
        }
        if (file.publishedAt() != null) publish(summary, file.publishedAt(), actor);
    }

    private static SummaryHeader header(Header header) {
        return new SummaryHeader(
                header.purpose(),
                header.actionRequired(),
                header.strategicPlanLinks(),
                header.financialImplications(),
                header.references().stream().map(Reference::title).toList(),
                Objects.requireNonNullElse(header.background(), ""),
                Objects.requireNonNullElse(header.limits(), ""));
    }

    private void write(SectionLine section, SectionId id, CallId call, Actor actor) {
        Map<String, ThemeId> themes = new HashMap<>();
        for (String theme : section.themes()) themes.put(theme, outline.addTheme(id, theme, actor));
        for (SentenceLine line : section.sentences()) {
            ThemeId theme = line.theme() == null ? null : themes.get(line.theme());
            SentenceId sentence = workbench.write(id, theme, line.text(), actor);
            for (Evidence evidence : line.evidence()) {
                Optional<PassageId> passage = passage(evidence, call, actor);
                passage.ifPresent(found -> workbench.tie(sentence, found));
                if (theme != null) passage.ifPresent(found -> workbench.gather(found, theme));
            }
        }
    }

    private Optional<PassageId> passage(Evidence evidence, CallId call, Actor actor) {
        record Place(UUID answer, int start) {}
        Optional<Place> place = published.find(call, evidence.n()).stream()
                .flatMap(input -> input.answers().stream())
                .filter(answer -> answer.question().equals(evidence.question()))
                .map(answer -> new Place(answer.id(), answer.text().indexOf(evidence.quote())))
                .filter(found -> found.start() >= 0)
                .findFirst();
        if (place.isEmpty())
            log.warn("Example input {} does not say in {} what a summary quotes", evidence.n(), evidence.question());
        return place.map(found -> workbench.mark(
                found.answer(), found.start(), found.start() + evidence.quote().length(), actor));
    }

    // An example that the gate refuses stays in work; the demonstration starts all the same.
    private void publish(SummaryId summary, Instant at, Actor actor) {
        List<GateFinding> findings = SentenceGate.check(drafts.get(summary));
        if (findings.isEmpty()) editions.publish(summary, at, actor);
        for (GateFinding finding : findings)
            log.warn(
                    "The example summary stays in work: line {}, {}: {}",
                    finding.line(),
                    finding.reason(),
                    finding.sentence().text());
    }
}
