package org.throughline.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.AllSeries;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.text.Body;
import org.throughline.documents.text.BodyBlocks;
import org.throughline.documents.text.DocxReader;
import org.throughline.documents.text.HeaderField;
import org.throughline.documents.text.Loss;
import org.throughline.documents.text.ReadDocument;
import org.throughline.files.WordParts;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.Inline;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.FormErrors.FieldError;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// A draft as a DOCX form to be filled without a connection, and what such a file says taken back into the draft.
@Controller
class DraftFile {

    private final DocumentDrafts drafts;
    private final DocumentForm form;
    private final AllSeries series;
    private final WordParts files;
    private final Messages messages;
    // A long file takes memory while it is read.
    private final Semaphore reading = new Semaphore(2, true);

    DraftFile(DocumentDrafts drafts, DocumentForm form, AllSeries series, WordParts files, Messages messages) {
        this.drafts = drafts;
        this.form = form;
        this.series = series;
        this.files = files;
        this.messages = messages;
    }

    /// What came of a file.
    public record Taken(DocumentSteps form, List<String> lost) {}

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/form.docx")
    ResponseEntity<byte[]> blank(Actor actor, @PathVariable UUID id) {
        DocumentWork draft = draft(id, actor);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DocumentFormats.DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("document.docx")
                                .build()
                                .toString())
                .body(DocxWriter.write(form(draft)));
    }

    private Document form(DocumentWork draft) {
        Expression words = draft.original();
        DocumentHeader header = draft.header();
        Messages.Texts texts = messages.in(words.language());
        String links = String.join(
                "\n",
                header.strategicLinks().stream()
                        .map(code -> name(AllSeries.STRATEGIC_LINK, code, words.language()))
                        .toList());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note("", List.of(Block.paragraph(texts.of("documents.docx.instruction")))));
        blocks.add(field(HeaderField.TITLE, texts.of("documents.title"), words.title(), 1));
        blocks.add(field(HeaderField.DATE, texts.of("documents.dated"), draft.dated(), 1));
        blocks.add(field(HeaderField.PURPOSE, texts.of("documents.purpose"), words.purpose(), 3));
        blocks.add(field(HeaderField.ACTION, texts.of("documents.action"), words.actionText(), 2));
        blocks.add(field(HeaderField.STRATEGIC, texts.of("documents.strategic-links"), links, 2));
        blocks.add(field(HeaderField.FINANCIAL, texts.of("documents.financial"), words.financialText(), 2));
        String references = String.join("\n", header.references());
        blocks.add(field(HeaderField.REFERENCES, texts.of("documents.references"), references, 4));
        blocks.add(Block.heading(1, "text-begins", texts.of("documents.text")));
        Body body = Body.read(words.body());
        blocks.addAll(
                body.isEmpty() ? List.of(Block.paragraph("")) : BodyBlocks.of(body, texts.of("documents.text.notes")));
        String title = words.title().isBlank() ? texts.of("documents.list.title") : words.title();
        return new Document(words.language(), "", title, "", List.of(), blocks, "", Instant.EPOCH);
    }

    private static Block field(HeaderField field, String label, String filled, int lines) {
        return new Block.AnswerLines(field.id(), List.of(Inline.text(label)), "", lines, filled);
    }

    private String name(String list, String code, String language) {
        return series.choices().name(list, code).textFor(language);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/docx")
    ModelAndView take(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultipartFile file)
            throws IOException {
        DocumentWork draft = draft(id, actor);
        if (draft.version() != version) throw Refusal.stale();
        ReadDocument read = read(file, draft.original().language());
        List<Loss> losses = new ArrayList<>(read.losses());
        Typed typed = typed(frame, draft, read.fields(), losses);
        String markup = read.body().markup();
        var errors = FormErrors.collector();
        DocumentDrafts.Header header = form.header(frame, typed, draft, errors);
        DocumentForm.bound(frame, errors, "body", markup, frame.t("documents.text"), DocumentForm.LONGEST_TEXT);
        if (header == null || !errors.isEmpty()) {
            String why = errors.done().all().stream().map(FieldError::named).collect(Collectors.joining(" "));
            throw new Refusal("document-file-refused", 422, "documents.docx.refused", why);
        }
        drafts.saveRead(id, version, header, markup, actor);
        List<String> lost = losses.stream().map(loss -> words(frame, loss)).toList();
        DocumentSteps steps = DocumentSteps.of(frame, draft(id, actor), DocumentSteps.TEXT);
        return Pages.show(frame, "documents/web/draft-docx", new Taken(steps, lost));
    }

    private ReadDocument read(MultipartFile file, String language) throws IOException {
        if (!reading.tryAcquire()) throw Refusal.busy();
        try (InputStream in = file.getInputStream()) {
            String name = file.getOriginalFilename();
            Map<String, byte[]> parts = files.read(in, name == null || name.isBlank() ? "document.docx" : name);
            return DocxReader.read(parts, language);
        } finally {
            reading.release();
        }
    }

    // What the file leaves empty stays as it was. What the form has no place for is said.
    private Typed typed(Frame frame, DocumentWork draft, Map<HeaderField, String> fields, List<Loss> losses) {
        Typed before = DocumentForm.header(draft);
        var values = new LinkedHashMap<String, List<String>>();
        for (String name : List.of(
                "title",
                "purpose",
                "action",
                "addressee",
                "actionText",
                "links",
                "financial",
                "financialText",
                "references",
                "dated",
                "item")) values.put(name, before.all(name));
        fields.forEach((field, value) -> {
            switch (field) {
                case TITLE -> values.put("title", List.of(value));
                case PURPOSE -> values.put("purpose", List.of(value));
                case ACTION -> values.put("actionText", List.of(value));
                case FINANCIAL -> values.put("financialText", List.of(value));
                case REFERENCES -> values.put("references", List.of(value));
                case STRATEGIC -> values.put("links", links(frame, value, losses));
                case DATE -> {
                    String date = DocumentForm.date(value);
                    if (date.isEmpty()) losses.add(notTaken(frame.t("documents.dated"), value));
                    else values.put("dated", List.of(date));
                }
                case SYMBOL, ORIGINAL, SOURCE, AGENDA_ITEM -> losses.add(new Loss(Loss.Kind.OUTSIDE_FIELDS, value));
            }
        });
        return new Typed(values);
    }

    private List<String> links(Frame frame, String value, List<Loss> losses) {
        var codes = new ArrayList<String>();
        Map<String, LocalizedText> choices = series.choices().of(AllSeries.STRATEGIC_LINK);
        for (String said : value.split("[;\\n.؛；]")) {
            String wanted = said.strip().toLowerCase(Locale.ROOT);
            if (wanted.isEmpty()) continue;
            List<String> found = choices.entrySet().stream()
                    .filter(one -> one.getValue().texts().values().stream()
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted)))
                    .map(Map.Entry::getKey)
                    .toList();
            if (found.isEmpty()) losses.add(notTaken(frame.t("documents.strategic-links"), said));
            codes.addAll(found);
        }
        return codes;
    }

    private static Loss notTaken(String field, String value) {
        return new Loss(Loss.Kind.FIELD, field + ": " + value.strip());
    }

    private static String words(Frame frame, Loss loss) {
        String what = switch (loss.kind()) {
            case PICTURE -> frame.t("documents.loss.picture");
            case OBJECT -> frame.t("documents.loss.object");
            case EQUATION -> frame.t("documents.loss.equation");
            case TEXT_BOX -> frame.t("documents.loss.text-box");
            case COMMENT -> frame.t("documents.loss.comment");
            case TRACKED_CHANGE -> frame.t("documents.loss.tracked-change");
            case NESTED_TABLE -> frame.t("documents.loss.nested-table");
            case MERGED_CELLS -> frame.t("documents.loss.merged-cells");
            case DEEP_HEADING -> frame.t("documents.loss.deep-heading");
            case LOOK -> frame.t("documents.loss.look");
            case SYMBOL -> frame.t("documents.loss.symbol");
            case FIELD -> frame.t("documents.loss.field");
            case OUTSIDE_FIELDS -> frame.t("documents.loss.outside");
        };
        return loss.near().isEmpty() ? what : what + " – \u2068" + loss.near() + "\u2069";
    }

    private DocumentWork draft(UUID id, Actor actor) {
        DocumentWork one = drafts.own(id, actor);
        if (!one.isDraft()) throw Refusal.stale();
        return one;
    }
}
