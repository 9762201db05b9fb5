package org.throughline.roadmaps.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Block.Alignment;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.Inline;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.roadmaps.ActionPlan;
import org.throughline.roadmaps.ActionPlan.Activity;
import org.throughline.roadmaps.ActionPlan.Indicator;
import org.throughline.roadmaps.ActionPlans;
import org.throughline.vocabulary.Vocabulary;

/// The road map of an action line as a table and as a document to work on.
@Controller
class PlanFiles {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ActionPlans plans;
    private final Vocabulary vocabulary;
    private final PageStore pages;
    private final PlanPages today;

    PlanFiles(ActionPlans plans, Vocabulary vocabulary, PageStore pages, PlanPages today) {
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.pages = pages;
        this.today = today;
    }

    private ActionPlan find(String line) {
        pages.dependsOn(ActionPlans.TAG);
        return plans.of(line).orElseThrow(Refusal::notFound);
    }

    /// Everything that is written of all action lines.
    @OpenToAll
    @GetMapping({"/api/v1/action-plans", "/roadmaps/action-lines.json"})
    ResponseEntity<byte[]> json() {
        pages.dependsOn(ActionPlans.TAG);
        List<ActionPlan> all = plans.all();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(Map.of("items", all, "total", all.size())).getBytes(StandardCharsets.UTF_8));
    }

    /// Activities and indicators in one table, told apart by the first column.
    @OpenToAll
    @GetMapping("/roadmaps/action-lines/{line:C[0-9A-Z-]{1,12}}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String line) {
        ActionPlan.Facts facts = find(line).facts();
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "kind",
                        "title",
                        "responsible",
                        "supporting",
                        "starts",
                        "due",
                        "resources",
                        "status",
                        "updated",
                        "evidence",
                        "unit",
                        "baseline",
                        "baselineYear",
                        "target",
                        "targetYear",
                        "source"));
        for (Activity one : facts.activities())
            Csv.row(
                    out,
                    List.of(
                            "activity",
                            one.title(),
                            one.responsible(),
                            one.supporting(),
                            one.starts(),
                            one.due(),
                            one.resources(),
                            one.status().word(),
                            one.updated(),
                            one.evidence(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            ""));
        for (Indicator one : facts.indicators())
            Csv.row(
                    out,
                    List.of(
                            "indicator",
                            one.name(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            one.unit(),
                            one.baseline(),
                            one.baselineYear(),
                            one.target(),
                            one.targetYear(),
                            one.source()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping("/roadmaps/action-lines/{line:C[0-9A-Z-]{1,12}}.docx")
    ResponseEntity<byte[]> docx(Frame frame, @PathVariable String line) {
        byte[] document = DocxWriter.write(document(frame, find(line)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("road-map-" + line + "-" + frame.language() + ".docx")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language())
                .body(document);
    }

    private Document document(Frame frame, ActionPlan plan) {
        ActionPlan.Facts facts = plan.facts();
        String name = vocabulary.name(Vocabulary.ACTION_LINES, plan.line(), frame.language());
        List<Block> blocks = new ArrayList<>();
        String foreign = facts.language().equals(frame.language()) ? null : facts.language();
        blocks.add(Block.heading(1, "objective", frame.t("roadmaps.plan.objective")));
        facts.objective()
                .lines()
                .filter(text -> !text.isBlank())
                .forEach(text -> blocks.add(new Block.Paragraph(List.of(Inline.text(text)), foreign)));
        list(blocks, "paragraphs", frame.t("roadmaps.plan.paragraphs"), facts.paragraphs());
        list(
                blocks,
                "gdc",
                frame.t("roadmaps.plan.gdc"),
                facts.gdc().stream()
                        .map(code -> vocabulary.name(Vocabulary.GDC, code, frame.language()))
                        .toList());
        list(blocks, "targets", frame.t("roadmaps.plan.targets"), facts.sdgTargets());
        if (!facts.indicators().isEmpty()) {
            blocks.add(Block.heading(1, "indicators", frame.t("roadmaps.plan.indicators")));
            blocks.add(table(
                    frame.t("roadmaps.plan.indicators"),
                    PlanForm.INDICATOR.stream()
                            .map(one -> PlanWords.indicator(frame, one))
                            .toList(),
                    facts.indicators().stream()
                            .map(one -> List.of(
                                    one.name(),
                                    one.unit(),
                                    one.baseline(),
                                    one.baselineYear(),
                                    one.target(),
                                    one.targetYear(),
                                    one.source()))
                            .toList()));
        }
        if (!facts.activities().isEmpty()) {
            blocks.add(Block.heading(1, "activities", frame.t("roadmaps.plan.activities")));
            blocks.add(table(
                    frame.t("roadmaps.plan.activities"),
                    PlanForm.ACTIVITY.stream()
                            .map(one -> PlanWords.activity(frame, one))
                            .toList(),
                    facts.activities().stream()
                            .map(one -> PlanPages.row(frame, one, today.today()))
                            .map(row -> List.of(
                                    row.activity().title(),
                                    row.activity().responsible(),
                                    row.activity().supporting(),
                                    row.starts(),
                                    row.due(),
                                    row.activity().resources(),
                                    row.status(),
                                    row.updated(),
                                    row.activity().evidence()))
                            .toList()));
        }
        List<Document.HeaderRow> header = new ArrayList<>();
        header.add(new Document.HeaderRow(frame.t("roadmaps.plan.line"), plan.line() + " – " + name));
        if (!facts.facilitators().isEmpty())
            header.add(new Document.HeaderRow(frame.t("roadmaps.plan.facilitators"), facts.facilitators()));
        header.add(new Document.HeaderRow(frame.t("roadmaps.plan.version"), String.valueOf(plan.version())));
        return new Document(
                frame.language(),
                "",
                frame.t("roadmaps.plan.title", name),
                frame.t("roadmaps.plan.what"),
                header,
                blocks,
                frame.site(),
                plan.changedAt());
    }

    private static void list(List<Block> blocks, String id, String title, List<String> lines) {
        if (lines.isEmpty()) return;
        blocks.add(Block.heading(1, id, title));
        lines.forEach(line -> blocks.add(Block.paragraph(line)));
    }

    private static Block.Table table(String caption, List<String> columns, List<List<String>> rows) {
        return new Block.Table(
                caption,
                columns.stream()
                        .map(one -> new Block.Column(one, Alignment.START))
                        .toList(),
                rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> List.<Inline>of(Inline.text(cell)))
                                .toList())
                        .toList(),
                true);
    }
}
