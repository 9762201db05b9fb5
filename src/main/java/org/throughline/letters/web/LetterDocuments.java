package org.throughline.letters.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.ReplyChoice;
import org.throughline.letters.ResultNote;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Messages.Texts;
import org.throughline.platform.Moments;
import org.throughline.platform.Settings;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Block.Alignment;
import org.throughline.platform.document.Block.Column;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.Inline;
import org.throughline.platform.document.PdfWriter;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// Letters and result notes as documents, wholly in one language.
@Component
class LetterDocuments {

    private static final long BYTES = 12L << 20;

    private record Wanted(String format, Document document) {}

    // Found again by everything that stands in it.
    private final Cache<Wanted, byte[]> files = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Wanted wanted, byte[] file) -> file.length)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Addressees addressees;
    private final PublishedLetters letters;
    private final Vocabulary vocabulary;
    private final Messages messages;
    private final Settings settings;

    LetterDocuments(
            Addressees addressees,
            PublishedLetters letters,
            Vocabulary vocabulary,
            Messages messages,
            Settings settings) {
        this.addressees = addressees;
        this.letters = letters;
        this.vocabulary = vocabulary;
        this.messages = messages;
        this.settings = settings;
    }

    byte[] pdf(Document document) {
        return files.get(new Wanted("pdf", document), wanted -> PdfWriter.write(wanted.document()));
    }

    byte[] docx(Document document) {
        return files.get(new Wanted("docx", document), wanted -> DocxWriter.write(wanted.document()));
    }

    /// A letter on the letterhead of this installation, in the language in which a reader of `wanted` gets it.
    Document letter(Frame frame, CircularLetter letter, String wanted) {
        LetterView view = LetterView.of(frame, letter, addressees.classes(), wanted);
        Texts texts = messages.in(view.language());
        List<HeaderRow> header = new ArrayList<>();
        if (!view.place().isEmpty()) header.add(new HeaderRow(texts.of("letters.form.place"), view.place()));
        if (!view.date().isEmpty()) header.add(new HeaderRow(texts.of("letters.document.date"), view.date()));
        header.add(new HeaderRow(texts.of("letters.form.classes"), to(view.to(), view.language())));
        deadlines(texts, letter, header);
        contact(texts, view.contact(), header);
        List<Block> blocks = new ArrayList<>(paragraphs(view.body()));
        if (!view.proposal().isEmpty()) {
            blocks.add(Block.heading(1, "proposal", texts.of("letters.show.proposal")));
            blocks.addAll(paragraphs(view.proposal()));
        }
        rule(texts, letter, blocks);
        List<Inline> signed = new ArrayList<>();
        signed.add(Inline.bold(view.signatory()));
        if (!view.function().isEmpty()) {
            signed.add(new Inline.Break());
            signed.add(Inline.text(view.function()));
        }
        blocks.add(new Block.Paragraph(signed));
        String title = view.subject().isEmpty() ? view.reference() : view.subject();
        return new Document(
                view.language(),
                view.reference(),
                title.isBlank() ? texts.of("letters.desk.draft") : title,
                title,
                header,
                blocks,
                settings.name(),
                letter.dispatchedAt() == null ? Instant.EPOCH : letter.dispatchedAt());
    }

    /// A result note in the reader's language.
    Document note(Frame frame, CircularLetter letter, ResultNote note) {
        String language = frame.language();
        Texts texts = frame.texts();
        LetterView view = LetterView.of(frame, letter, addressees.classes(), language);
        String lang = view.language().equals(language) ? null : view.language();
        List<HeaderRow> header = new ArrayList<>();
        header.add(new HeaderRow(
                texts.of("letters.note.letter"),
                List.of(Inline.text(view.reference() + " – "), Inline.text(view.subject(), lang))));
        header.add(new HeaderRow(
                texts.of("letters.document.date"), Moments.in(language).date(note.madeAt(), Moments.GENEVA)));
        header.add(new HeaderRow(texts.of("letters.form.classes"), to(view.to(), language)));
        deadlines(texts, letter, header);
        List<Block> blocks = new ArrayList<>();
        if (!note.correction().isEmpty())
            blocks.add(new Block.Note(
                    texts.of("letters.note.correction", note.number() - 1),
                    paragraphs(note.correction().textFor(language))));
        if (!view.proposal().isEmpty()) {
            blocks.add(Block.heading(1, "proposal", texts.of("letters.show.proposal")));
            blocks.add(new Block.Quote(List.of(Inline.text(view.proposal())), lang, ""));
        }
        rule(texts, letter, blocks);
        blocks.add(Block.heading(1, "count", texts.of("letters.figures.title")));
        MajorityRule rule = letters.rule(letter.content().rule()).orElse(null);
        if (rule != null && note.outcome() != null)
            blocks.add(Block.paragraph(
                    Inline.bold(LetterWords.outcome(texts, note.outcome()) + " "),
                    Inline.text(LetterWords.why(texts, rule, note.figures(), note.outcome()))));
        blocks.add(figures(texts, letter, note));
        if (!note.decision().isEmpty()) {
            blocks.add(Block.heading(1, "decision", texts.of("letters.note.decision")));
            blocks.addAll(paragraphs(note.decision().textFor(language)));
        }
        if (!note.replies().isEmpty()) {
            blocks.add(Block.heading(1, "replies", texts.of("letters.replies.title")));
            blocks.add(replies(texts, note));
        }
        String title = texts.of("letters.note.title", note.number(), view.reference());
        return new Document(language, view.reference(), title, title, header, blocks, settings.name(), note.madeAt());
    }

    // As the letter said it when it was dispatched; and each time that it was moved since.
    private static void deadlines(Texts texts, CircularLetter letter, List<HeaderRow> header) {
        Instant first = letter.firstClosesAt();
        if (first == null) return;
        String when = Moments.in(texts.language()).dateTime(first, Moments.GENEVA);
        header.add(new HeaderRow(texts.of("letters.show.deadline"), texts.of("platform.moment.geneva", when)));
        for (CircularLetter.Extension one : letter.extensions())
            header.add(new HeaderRow(
                    texts.of("letters.extension.title"),
                    List.of(
                            Inline.text(LetterWords.extension(texts, one) + " "),
                            Inline.text(one.reason().textFor(texts.language()), foreign(texts, one.reason())))));
    }

    private static @Nullable String foreign(Texts texts, LocalizedText text) {
        String language = text.languageFor(texts.language());
        return language.equals(texts.language()) ? null : language;
    }

    private static String to(List<LocalizedText> classes, String language) {
        return org.throughline.platform.Languages.list(
                language, classes.stream().map(one -> one.textFor(language)).toList());
    }

    private static void contact(Texts texts, @Nullable Contact contact, List<HeaderRow> header) {
        if (contact == null) return;
        String words = List.of(contact.name(), contact.telephone(), contact.fax(), contact.email()).stream()
                .filter(one -> !one.isBlank())
                .collect(Collectors.joining(" · "));
        if (!words.isEmpty()) header.add(new HeaderRow(texts.of("letters.show.contact"), words));
    }

    private static List<Block> paragraphs(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String part : text.split("\n{2,}")) {
            if (part.isBlank()) continue;
            List<Inline> lines = new ArrayList<>();
            part.strip().lines().forEach(line -> {
                if (!lines.isEmpty()) lines.add(new Inline.Break());
                lines.add(Inline.text(line));
            });
            blocks.add(new Block.Paragraph(lines));
        }
        return blocks;
    }

    private void rule(Texts texts, CircularLetter letter, List<Block> blocks) {
        CircularKind kind = letter.content().kind();
        List<String> parts = LetterWords.counted(
                texts, kind, letters.rule(letter.content().rule()).orElse(null));
        if (parts.isEmpty()) return;
        blocks.add(Block.heading(
                1,
                "rule",
                texts.of(kind == CircularKind.DECISION ? "letters.rule.title" : "letters.rule.answers.title")));
        blocks.add(new Block.BulletList(parts.stream()
                .map(part -> new Block.Item(List.of(Inline.text(part))))
                .toList()));
    }

    private static Block figures(Texts texts, CircularLetter letter, ResultNote note) {
        FiguresView figures = FiguresView.of(texts, letter.content().kind(), note.figures(), true, true);
        return new Block.Table(
                texts.of("letters.figures.caption"),
                List.of(
                        new Column(texts.of("letters.figures.what"), Alignment.START),
                        new Column(texts.of("letters.figures.count"), Alignment.END)),
                figures.rows().stream()
                        .map(row -> List.of(List.of(Inline.text(row.what())), List.of(Inline.text(row.count()))))
                        .toList(),
                true);
    }

    private Block replies(Texts texts, ResultNote note) {
        Function<ResultNote.Line, List<List<Inline>>> row = line -> {
            String choice = ReplyChoice.of(line.choice())
                    .map(one -> LetterWords.choice(texts, one))
                    .orElse("");
            return List.of(
                    List.of(Inline.text(Objects.requireNonNullElse(
                            LetterWords.name(vocabulary, line.country(), line.name(), texts.language()), ""))),
                    List.of(Inline.text(line.late() ? texts.of("letters.desk.answer.late", choice) : choice)));
        };
        return new Block.Table(
                texts.of("letters.replies.title"),
                List.of(
                        new Column(texts.of("letters.replies.who"), Alignment.START),
                        new Column(texts.of("letters.replies.what"), Alignment.START)),
                note.replies().stream().map(row).toList(),
                true);
    }
}
