package org.throughline.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.PublishedLetters;
import org.throughline.letters.ReplyChoice;
import org.throughline.letters.ResultNote;
import org.throughline.letters.ResultNotes;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Result notes as everybody reads them, and where the secretariat makes and sends them; and where it adds
/// annexes to a letter.
@Controller
class NotePages {

    private final PublishedLetters letters;
    private final CircularLetters desk;
    private final ResultNotes notes;
    private final LetterAnnexes annexes;
    private final Addressees addressees;
    private final Vocabulary vocabulary;
    private final PageStore pages;

    NotePages(
            PublishedLetters letters,
            CircularLetters desk,
            ResultNotes notes,
            LetterAnnexes annexes,
            Addressees addressees,
            Vocabulary vocabulary,
            PageStore pages) {
        this.letters = letters;
        this.desk = desk;
        this.notes = notes;
        this.annexes = annexes;
        this.addressees = addressees;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/letters/{prefix:[A-Z][A-Z0-9-]*}/{serial:\\d{1,6}}/notes/{number:\\d{1,4}}")
    ModelAndView show(Frame frame, @PathVariable String prefix, @PathVariable String serial, @PathVariable int number) {
        CircularLetter letter = letters.find(prefix + "/" + serial).orElseThrow(Refusal::notFound);
        List<ResultNote> all = notes.of(letter.id());
        ResultNote note =
                all.stream().filter(one -> one.number() == number).findFirst().orElseThrow(Refusal::notFound);
        pages.sameForAll(CircularLetter.TAG);
        MajorityRule rule = letters.rule(letter.content().rule()).orElse(null);
        boolean decided = rule != null && note.outcome() != null;
        int newest = all.getLast().number();
        return Pages.show(
                frame,
                "letters/web/note",
                new NotePage(
                        letter,
                        LetterView.of(frame, letter, addressees.classes(), frame.language()),
                        note,
                        frame.t("letters.note.title", number, String.valueOf(letter.reference())),
                        FiguresView.of(frame.texts(), letter.content().kind(), note.figures(), true, true),
                        LetterWords.counted(frame.texts(), letter.content().kind(), rule),
                        decided ? LetterWords.outcome(frame.texts(), note.outcome()) : "",
                        decided ? LetterWords.why(frame.texts(), rule, note.figures(), note.outcome()) : "",
                        note.replies().stream()
                                .map(one -> new NotePage.ReplyLine(
                                        LetterWords.name(vocabulary, one.country(), one.name(), frame.language()),
                                        ReplyChoice.of(one.choice())
                                                .map(choice -> LetterWords.choice(frame.texts(), choice))
                                                .orElse(""),
                                        one.late()))
                                .toList(),
                        newest > number ? newest : 0));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/notes")
    ModelAndView make(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        LocalizedText decision = typed.text("decision");
        LocalizedText correction = typed.text("correction");
        boolean tooLong = java.util.stream.Stream.of(decision, correction)
                .flatMap(text -> text.texts().values().stream())
                .anyMatch(words -> words.length() > ResultNotes.LONGEST);
        if (tooLong || !typed.unstorable().isEmpty()) throw Refusal.badRequest();
        int number = notes.make(id, decision, correction, actor);
        FrameResolver.notice(request, frame.t("letters.notes.made", number));
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/notes/{number}/dispatch")
    ModelAndView dispatch(Frame frame, Actor actor, @PathVariable UUID id, @PathVariable int number) {
        notes.dispatch(id, number, actor);
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/annexes")
    ModelAndView add(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String title)
            throws IOException {
        desk.get(id, actor);
        if (!Storable.is(title) || title.length() > CircularLetters.LONGEST_LINE) throw Refusal.badRequest();
        if (file == null || file.isEmpty()) throw new Refusal("annex-missing", 422, "letters.problem.annex-missing");
        try (var content = file.getInputStream()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            annexes.add(id, content, name, title, actor);
        }
        return Pages.goTo(frame, "/letters/desk/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/letters/desk/{id}/annexes/{annex}/removal")
    ModelAndView remove(Frame frame, Actor actor, @PathVariable UUID id, @PathVariable UUID annex) {
        annexes.remove(id, annex, actor);
        return Pages.goTo(frame, "/letters/desk/" + id);
    }
}
