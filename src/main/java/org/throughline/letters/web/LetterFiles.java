package org.throughline.letters.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.files.FileDownload;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularReplies;
import org.throughline.letters.CircularReplies.Visit;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.LetterAnnexes.Annex;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.PublishedLetters.PublishedReply;
import org.throughline.letters.ResultNote;
import org.throughline.letters.ResultNotes;
import org.throughline.platform.Csv;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.Document;
import org.throughline.platform.web.Frame;

/// Letters, their annexes, their result notes and who replied what, as files: for everybody where the letter is
/// public, and by the link in a mail for its addressees.
@Controller
class LetterFiles {

    private static final String ONE = "/letters/{prefix:[A-Z][A-Z0-9-]*}/{serial:\\d{1,6}}";
    private static final String BY_MAIL = "/by-mail/circular/{word}";
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final PublishedLetters letters;
    private final CircularReplies replies;
    private final ResultNotes notes;
    private final LetterAnnexes annexes;
    private final LetterDocuments documents;
    private final FileDownload download;

    LetterFiles(
            PublishedLetters letters,
            CircularReplies replies,
            ResultNotes notes,
            LetterAnnexes annexes,
            LetterDocuments documents,
            FileDownload download) {
        this.letters = letters;
        this.replies = replies;
        this.notes = notes;
        this.annexes = annexes;
        this.documents = documents;
        this.download = download;
    }

    private CircularLetter letter(String prefix, String serial) {
        return letters.find(prefix + "/" + serial).orElseThrow(Refusal::notFound);
    }

    @OpenToAll
    @GetMapping(ONE + "/letter.pdf")
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String prefix, @PathVariable String serial) {
        CircularLetter letter = letter(prefix, serial);
        return file(documents.pdf(documents.letter(frame, letter, frame.language())), PDF, name(letter, "pdf"));
    }

    @OpenToAll
    @GetMapping(ONE + "/letter.docx")
    ResponseEntity<byte[]> docx(Frame frame, @PathVariable String prefix, @PathVariable String serial) {
        CircularLetter letter = letter(prefix, serial);
        return file(documents.docx(documents.letter(frame, letter, frame.language())), DOCX, name(letter, "docx"));
    }

    @OpenToAll
    @GetMapping(ONE + "/annexes/{position:\\d{1,3}}")
    ResponseEntity<Resource> annex(
            @PathVariable String prefix, @PathVariable String serial, @PathVariable int position) {
        return annex(annexes.of(letter(prefix, serial).id()), position);
    }

    private ResponseEntity<Resource> annex(List<Annex> all, int position) {
        return all.stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .flatMap(annexes::file)
                .map(download::of)
                .orElseThrow(Refusal::notFound);
    }

    @OpenToAll
    @GetMapping(ONE + "/notes/{number:\\d{1,4}}/note.pdf")
    ResponseEntity<byte[]> notePdf(
            Frame frame, @PathVariable String prefix, @PathVariable String serial, @PathVariable int number) {
        CircularLetter letter = letter(prefix, serial);
        return file(documents.pdf(note(frame, letter, number)), PDF, name(letter, "note-" + number + ".pdf"));
    }

    @OpenToAll
    @GetMapping(ONE + "/notes/{number:\\d{1,4}}/note.docx")
    ResponseEntity<byte[]> noteDocx(
            Frame frame, @PathVariable String prefix, @PathVariable String serial, @PathVariable int number) {
        CircularLetter letter = letter(prefix, serial);
        return file(documents.docx(note(frame, letter, number)), DOCX, name(letter, "note-" + number + ".docx"));
    }

    private Document note(Frame frame, CircularLetter letter, int number) {
        return documents.note(frame, letter, notes.find(letter.id(), number).orElseThrow(Refusal::notFound));
    }

    @OpenToAll
    @GetMapping(ONE + "/replies.csv")
    ResponseEntity<byte[]> replies(@PathVariable String prefix, @PathVariable String serial) {
        CircularLetter letter = letter(prefix, serial);
        if (!letter.content().repliesPublic()) throw Refusal.notFound();
        var out = new StringBuilder();
        Csv.row(
                out,
                List.of(
                        "letter",
                        "class",
                        "country",
                        "name",
                        "reply",
                        "received",
                        "late",
                        "counts",
                        "statement",
                        "language"));
        for (PublishedReply one : letters.replies(letter.id()))
            Csv.row(
                    out,
                    List.of(
                            String.valueOf(letter.reference()),
                            one.addresseeClass(),
                            one.country() == null ? "" : one.country(),
                            one.name(),
                            one.choice().word(),
                            one.receivedAt().toString(),
                            one.late(),
                            !one.late(),
                            one.statement(),
                            one.language()));
        return file(
                out.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8", name(letter, "replies.csv"));
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "/letter.pdf")
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String word) {
        CircularLetter letter = replies.look(word).letter();
        return file(documents.pdf(documents.letter(frame, letter, frame.language())), PDF, name(letter, "pdf"));
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "/annexes/{position:\\d{1,3}}")
    ResponseEntity<Resource> annex(@PathVariable String word, @PathVariable int position) {
        return annex(annexes.of(replies.look(word)), position);
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "/notes/{number:\\d{1,4}}")
    ResponseEntity<byte[]> note(Frame frame, @PathVariable String word, @PathVariable int number) {
        Visit visit = replies.look(word);
        ResultNote note = notes.forAddressee(visit).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return file(
                documents.pdf(documents.note(frame, visit.letter(), note)),
                PDF,
                name(visit.letter(), "note-" + number + ".pdf"));
    }

    private static String name(CircularLetter letter, String ending) {
        String reference = String.valueOf(letter.reference()).replace('/', '-');
        return reference + (ending.contains(".") ? "-" : ".") + ending;
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(bytes);
    }
}
