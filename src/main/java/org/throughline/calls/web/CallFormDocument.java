package org.throughline.calls.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.Inline;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// A call as a form on paper, in one language: what is asked, who answers, every question with room for the answer,
/// what may be done with it, and how to send it back.
final class CallFormDocument {

    private static final int MOST_ROWS = 6;
    private static final int WORDS_A_LINE = 12;

    private final Frame frame;
    private final Vocabulary vocabulary;
    private final List<Block> blocks = new ArrayList<>();

    private CallFormDocument(Frame frame, Vocabulary vocabulary) {
        this.frame = frame;
        this.vocabulary = vocabulary;
    }

    /// @param address where the form can be filled in on line
    static Document of(Frame frame, Call call, Questionnaire questionnaire, Vocabulary vocabulary, String address) {
        return new CallFormDocument(frame, vocabulary).build(call, questionnaire, address);
    }

    private Document build(Call call, Questionnaire questionnaire, String address) {
        if (!call.body().isEmpty())
            for (String part : frame.text(call.body()).split("\n+"))
                blocks.add(Block.paragraph(Inline.text(part, language(call.body()))));
        respondent();
        for (Section section : questionnaire.sections()) section(section);
        consent();
        blocks.add(Block.heading(1, "return", frame.t("calls.docx.return")));
        blocks.add(Block.paragraph(
                Inline.text(frame.t("calls.docx.return.how", frame.dateTime(call.endsAt())) + " "),
                Inline.link(address, address)));
        List<HeaderRow> header = new ArrayList<>();
        header.add(new HeaderRow(
                frame.t("calls.desk.purpose"),
                List.of(Inline.text(frame.text(call.purpose()), language(call.purpose())))));
        if (!call.mandate().isEmpty()) header.add(new HeaderRow(frame.t("calls.show.mandate"), mandate(call)));
        header.add(new HeaderRow(frame.t("calls.show.opens"), frame.dateTime(call.opensAt())));
        header.add(new HeaderRow(frame.t("calls.show.closes"), frame.dateTime(call.endsAt())));
        String title = frame.text(call.title());
        return new Document(
                frame.language(),
                "",
                title.isBlank() ? call.slug() : title,
                frame.text(call.purpose()),
                header,
                blocks,
                frame.site(),
                call.opensAt());
    }

    private static List<Inline> mandate(Call call) {
        String instrument = call.mandate().instrument();
        List<Inline> parts = new ArrayList<>();
        parts.add(
                call.mandate().url().isEmpty()
                        ? Inline.text(instrument)
                        : Inline.link(instrument, call.mandate().url()));
        if (!call.mandate().paragraph().isEmpty())
            parts.add(Inline.text(", " + call.mandate().paragraph()));
        return parts;
    }

    private void respondent() {
        blocks.add(Block.heading(1, "respondent", frame.t("calls.docx.respondent")));
        blocks.add(new Block.Choices(
                "behalf",
                List.of(Inline.text(frame.t("calls.docx.behalf"))),
                "",
                List.of(
                        new Block.Choice("self", frame.t("calls.docx.behalf.self")),
                        new Block.Choice("organisation", frame.t("calls.docx.behalf.organisation")),
                        new Block.Choice("group", frame.t("calls.docx.behalf.group")))));
        line("organisation", frame.t("calls.docx.organisation"), "");
        line("name", frame.t("calls.docx.name"), "");
        line("email", frame.t("calls.docx.email"), frame.t("calls.docx.email.hint"));
        line("country", frame.t("calls.docx.country"), "");
        List<Block.Choice> types = vocabulary.terms(Vocabulary.STAKEHOLDER_TYPES).stream()
                .map(term -> new Block.Choice(term.code(), term.name(frame.language())))
                .toList();
        blocks.add(new Block.Choices("type", List.of(Inline.text(frame.t("calls.docx.type"))), "", types));
        line("language", frame.t("calls.docx.language"), "");
    }

    private void line(String id, String label, String hint) {
        blocks.add(new Block.AnswerLines("respondent-" + id, List.of(Inline.text(label)), hint, 1));
    }

    private void section(Section section) {
        blocks.add(new Block.Heading(
                1,
                "section-" + section.code(),
                List.of(
                        Inline.text(section.code() + ". "),
                        Inline.text(frame.text(section.title()), language(section.title())))));
        if (!section.intro().isEmpty())
            blocks.add(Block.paragraph(Inline.text(frame.text(section.intro()), language(section.intro()))));
        for (Question question : section.questions()) question(question);
    }

    private void question(Question question) {
        List<Inline> label = new ArrayList<>();
        label.add(Inline.text(frame.text(question.label()), language(question.label())));
        if (question.required()) label.add(Inline.text(" " + frame.t("calls.docx.required")));
        String id = "q-" + question.code();
        String hint = hint(question);
        switch (question.kind()) {
            case LONG_TEXT -> blocks.add(new Block.AnswerLines(id, label, hint, lines(question.maxWords(), 10)));
            case SHORT_TEXT, NUMBER -> blocks.add(new Block.AnswerLines(id, label, hint, 1));
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> blocks.add(new Block.Choices(id, label, hint, choices(question)));
            case RANKING -> ranking(question, id, label, hint);
            case GROUP -> group(question, id, label, hint);
            case FILE -> blocks.add(new Block.AnswerLines(id, label, join(hint, frame.t("calls.docx.file")), 2));
            case DECLARATION ->
                blocks.add(new Block.Choices(
                        id, label, hint, List.of(new Block.Choice("yes", frame.t("calls.docx.declare")))));
        }
    }

    private void ranking(Question question, String id, List<Inline> label, String hint) {
        int places = question.max() > 0 ? Math.min(question.max(), 20) : 5;
        blocks.add(new Block.Paragraph(label));
        blocks.add(Block.paragraph(Inline.italic(join(hint, frame.t("calls.docx.ranking")))));
        offered(question);
        for (int place = 1; place <= places; place++)
            blocks.add(new Block.AnswerLines(id + "." + place, List.of(Inline.text(place + ".")), "", 1));
    }

    private void group(Question question, String id, List<Inline> label, String hint) {
        int rows = question.max() > 0 ? Math.min(question.max(), MOST_ROWS) : 3;
        blocks.add(new Block.Paragraph(label));
        blocks.add(Block.paragraph(Inline.italic(join(hint, frame.t("calls.docx.group")))));
        offered(question);
        for (int row = 1; row <= rows; row++) {
            blocks.add(new Block.AnswerLines(
                    id + "." + row + ".key", List.of(Inline.bold(frame.t("calls.docx.row", row))), "", 1));
            for (Field field : question.fields())
                blocks.add(new Block.AnswerLines(
                        id + "." + row + "." + field.code(),
                        List.of(Inline.text(frame.text(field.label()), language(field.label()))),
                        field.maxWords() > 0 ? frame.t("calls.show.words", field.maxWords()) : "",
                        lines(field.maxWords(), 3)));
        }
    }

    private void offered(Question question) {
        blocks.add(new Block.BulletList(PreviewPage.offers(question, frame.language(), vocabulary).stream()
                .map(offer -> new Block.Item(List.of(Inline.bold(offer.code()), Inline.text(" " + offer.name()))))
                .toList()));
    }

    private List<Block.Choice> choices(Question question) {
        return PreviewPage.offers(question, frame.language(), vocabulary).stream()
                .map(offer -> new Block.Choice(offer.code(), offer.name()))
                .toList();
    }

    private String hint(Question question) {
        String words = question.maxWords() > 0 ? frame.t("calls.show.words", question.maxWords()) : "";
        boolean counts = question.max() > 0 && question.kind() != Kind.NUMBER;
        return join(
                join(frame.text(question.hint()), words), counts ? frame.t("calls.preview.max", question.max()) : "");
    }

    private static String join(String one, String other) {
        if (one.isEmpty()) return other;
        return other.isEmpty() ? one : one + " " + other;
    }

    private static int lines(int words, int otherwise) {
        return words == 0 ? otherwise : Math.clamp(words / WORDS_A_LINE, 2, 30);
    }

    private void consent() {
        blocks.add(Block.heading(1, "consent", frame.t("calls.docx.consent")));
        blocks.add(Block.paragraph(frame.t("calls.docx.consent.what")));
        blocks.add(new Block.Choices(
                "consent-uses",
                List.of(Inline.text(frame.t("calls.docx.consent.label"))),
                "",
                List.of(
                        new Block.Choice("name", frame.t("calls.docx.consent.name")),
                        new Block.Choice("text", frame.t("calls.docx.consent.text")),
                        new Block.Choice("files", frame.t("calls.docx.consent.files")),
                        new Block.Choice("quotation", frame.t("calls.docx.consent.quotation")),
                        new Block.Choice("translation", frame.t("calls.docx.consent.translation")))));
    }

    private String language(LocalizedText text) {
        return text.languageFor(frame.language());
    }
}
