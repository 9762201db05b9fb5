package org.throughline.suggestions.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.suggestions.LearntHere;
import org.throughline.suggestions.Suggestions;
import org.throughline.suggestions.TermLists;
import org.throughline.suggestions.web.TermsPage.Place;
import org.throughline.suggestions.web.TermsPage.Trial;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat sees and changes the terms that suggestions go by, and tries out what that does.
@Controller
class TermPages {

    private static final int LONGEST = 20_000;

    private final TermLists lists;
    private final LearntHere learnt;
    private final TermWords words;
    private final Suggestions suggestions;
    private final Vocabulary vocabulary;
    private final AuditTrail audit;

    TermPages(
            TermLists lists,
            LearntHere learnt,
            TermWords words,
            Suggestions suggestions,
            Vocabulary vocabulary,
            AuditTrail audit) {
        this.lists = lists;
        this.learnt = learnt;
        this.words = words;
        this.suggestions = suggestions;
        this.vocabulary = vocabulary;
        this.audit = audit;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/suggestions/terms")
    ModelAndView show(Frame frame, @RequestParam Map<String, String> sent) {
        return page(frame, place(frame, sent), "", null, FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/suggestions/terms/additions")
    ModelAndView add(Frame frame, @RequestParam Map<String, String> sent, Actor actor, HttpServletRequest request) {
        Place place = place(frame, sent);
        String typed = Storable.part(sent.getOrDefault("terms", ""));
        List<String> terms =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (terms.isEmpty())
            return page(frame, place, typed, null, wrong("terms", frame.t("suggestions.terms.check.none")), 422);
        double weight = weight(sent.get("weight"));
        return changed(
                frame,
                place,
                typed,
                "terms",
                () -> lists.weigh(actor, place.vocabulary(), place.code(), place.language(), terms, weight),
                request);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/suggestions/terms/changes")
    ModelAndView change(
            Frame frame,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String act,
            Actor actor,
            HttpServletRequest request) {
        Place place = place(frame, sent);
        // Not bound as a list: a comma in a term would part it in two.
        String[] terms = request.getParameterValues("term");
        List<String> ticked = terms == null ? List.of() : List.of(terms);
        if (ticked.isEmpty())
            return page(frame, place, "", null, wrong("ticked", frame.t("suggestions.terms.check.ticked")), 422);
        return changed(
                frame,
                place,
                "",
                "ticked",
                () -> {
                    String of = place.vocabulary();
                    if (act.equals("restore")) lists.restore(actor, of, place.code(), place.language(), ticked);
                    else
                        lists.weigh(
                                actor,
                                of,
                                place.code(),
                                place.language(),
                                ticked,
                                act.equals("out") ? 0 : weight(sent.get("weight")));
                },
                request);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/suggestions/terms/silent/{act:silence|hear}")
    ModelAndView silence(
            Frame frame,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "word", defaultValue = "") String word,
            @PathVariable String act,
            Actor actor,
            HttpServletRequest request) {
        Place place = place(frame, sent);
        if (word.isBlank())
            return page(frame, place, "", null, wrong("word", frame.t("suggestions.terms.check.none")), 422);
        return changed(
                frame,
                place,
                "",
                "word",
                () -> {
                    if (act.equals("hear")) lists.hear(actor, place.language(), word);
                    else lists.silence(actor, place.language(), Storable.part(word));
                },
                request);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/suggestions/terms/new-beginnings")
    ModelAndView beginAnew(
            Frame frame, @RequestParam Map<String, String> sent, Actor actor, HttpServletRequest request) {
        Place place = place(frame, sent);
        if (!sent.getOrDefault("sure", "").equals("yes"))
            return page(frame, place, "", null, wrong("sure", frame.t("suggestions.learnt.anew.check")), 422);
        learnt.beginAnew(actor, place.vocabulary());
        FrameResolver.notice(request, frame.t("suggestions.learnt.anew.done"));
        return Pages.goTo(frame, "/suggestions/terms?" + place.query(place.page()));
    }

    /// Nothing that is tried out is kept, so the answer comes with the POST itself.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/suggestions/terms/trial")
    ModelAndView trial(Frame frame, @RequestParam Map<String, String> sent) {
        Place place = place(frame, sent);
        String text = sent.getOrDefault("text", "").replace("\r\n", "\n").strip();
        if (text.isEmpty())
            return page(frame, place, "", null, wrong("text", frame.t("suggestions.problem.empty")), 422);
        if (text.length() > LONGEST)
            return page(frame, place, "", null, wrong("text", frame.t("suggestions.problem.too-long", LONGEST)), 422);
        var suggested = SuggestedCodes.of(suggestions, vocabulary, frame, place.vocabulary(), text, place.language());
        var reasons = suggestions.reasons(place.vocabulary(), text, place.language(), place.code());
        return page(frame, place, "", new Trial(text, suggested, words.weighed(frame, reasons)), FormErrors.NONE, 200);
    }

    private ModelAndView changed(
            Frame frame, Place place, String typed, String field, Runnable act, HttpServletRequest request) {
        try {
            act.run();
        } catch (Refusal refused) {
            String why = frame.t(refused.messageKey(), refused.arguments().toArray());
            return page(frame, place, typed, null, wrong(field, why), refused.status());
        }
        FrameResolver.notice(request, frame.t("suggestions.terms.changed"));
        return Pages.goTo(frame, "/suggestions/terms?" + place.query(place.page()));
    }

    private static FormErrors wrong(String field, String why) {
        return FormErrors.collector().add(field, why).done();
    }

    private static double weight(@Nullable String sent) {
        for (double weight : TermLists.WEIGHTS) if (String.valueOf(weight).equals(sent)) return weight;
        return TermLists.USUAL;
    }

    // What is not known becomes the first that is.
    private Place place(Frame frame, Map<String, String> sent) {
        String name = sent.getOrDefault("vocabulary", "");
        String of = Suggestions.VOCABULARIES.contains(name) ? name : Suggestions.VOCABULARIES.getFirst();
        List<String> codes = vocabulary.leaves(of).stream().map(Term::code).toList();
        String code = sent.getOrDefault("code", "");
        String language = sent.getOrDefault("language", "");
        String part = Storable.part(sent.getOrDefault("part", "")).strip();
        String page = sent.getOrDefault("page", "0");
        return new Place(
                of,
                codes.contains(code) ? code : codes.getFirst(),
                Languages.isKnown(language) ? language : frame.language(),
                part.length() > 60 ? Storable.part(part.substring(0, 60)) : part,
                page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0);
    }

    private ModelAndView page(
            Frame frame, Place place, String typed, @Nullable Trial trial, FormErrors errors, int status) {
        var lines = lists.lines(place.vocabulary(), place.code(), place.language(), place.part());
        var some = lines.stream()
                .skip((long) place.page() * TermsPage.PAGE)
                .limit(TermsPage.PAGE)
                .toList();
        var page = new TermsPage(
                place,
                title(frame, place.vocabulary()),
                vocabulary.name(place.vocabulary(), place.code(), frame.language()),
                options(Suggestions.VOCABULARIES, place.vocabulary(), one -> title(frame, one)),
                options(
                        vocabulary.leaves(place.vocabulary()).stream()
                                .map(Term::code)
                                .toList(),
                        place.code(),
                        one -> one + " – " + vocabulary.name(place.vocabulary(), one, frame.language())),
                options(Languages.ALL, place.language(), Languages::endonym),
                some,
                lines.size(),
                typed,
                lists.silentWords(place.language()),
                learnt.of(place.vocabulary(), place.code(), place.language()),
                words.changes(frame, audit.of(TermLists.subject(place.vocabulary()), 20)),
                trial,
                errors);
        return Pages.show(frame, "suggestions/web/terms", page, status);
    }

    private String title(Frame frame, String name) {
        return vocabulary.scheme(name).map(scheme -> frame.text(scheme.title())).orElse(name);
    }

    private static List<Option> options(List<String> values, String chosen, UnaryOperator<String> label) {
        return values.stream()
                .map(value -> new Option(value, label.apply(value), value.equals(chosen)))
                .toList();
    }
}
