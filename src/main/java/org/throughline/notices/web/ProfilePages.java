package org.throughline.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.directory.PersonId;
import org.throughline.notices.Profile;
import org.throughline.notices.Profile.Field;
import org.throughline.notices.Profiles;
import org.throughline.notices.Topic;
import org.throughline.notices.Unsubscribed;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Where members say what they show of themselves, and whether they want letters.
@Controller
class ProfilePages {

    private final Profiles profiles;
    private final Unsubscribed unsubscribed;
    private final Vocabulary vocabulary;

    ProfilePages(Profiles profiles, Unsubscribed unsubscribed, Vocabulary vocabulary) {
        this.profiles = profiles;
        this.unsubscribed = unsubscribed;
        this.vocabulary = vocabulary;
    }

    @SignedIn
    @GetMapping("/account/profile")
    ModelAndView form(Frame frame, Actor actor) {
        Profile mine = profiles.mine(actor);
        boolean letters = !unsubscribed.has(Topic.LETTERS, self(actor));
        return show(frame, mine, filled(mine), letters, FormErrors.NONE, 200);
    }

    @SignedIn
    @PostMapping("/account/profile")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        Profile before = profiles.mine(actor);
        Profile profile = read(typed, before, version);
        FormErrors errors = check(frame, typed, profile);
        if (!errors.isEmpty()) return show(frame, before, typed, typed.has("letters", "true"), errors, 422);
        profiles.save(profile, actor);
        unsubscribed.set(Topic.LETTERS, self(actor), typed.has("letters", "true"));
        FrameResolver.notice(request, frame.t("notices.profile.saved"));
        return Pages.goTo(frame, "/account/profile");
    }

    private static PersonId self(Actor actor) {
        if (actor.person() == null) throw Refusal.signInFirst();
        return new PersonId(actor.person());
    }

    private Profile read(Typed typed, Profile before, int version) {
        Set<Field> shown = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) if (typed.has(consent(field), "true")) shown.add(field);
        String country = typed.of("country");
        return new Profile(
                before.slug(),
                typed.of("name").strip(),
                typed.of("organisation").strip(),
                vocabulary.has(Vocabulary.COUNTRIES, country) ? country : null,
                Languages.ALL.stream()
                        .filter(language -> typed.has("languages", language))
                        .toList(),
                vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                        .map(Term::code)
                        .filter(code -> typed.has("interests", code))
                        .toList(),
                shown,
                typed.has("open", "true"),
                typed.has("findable", "true"),
                version);
    }

    private static FormErrors check(Frame frame, Typed typed, Profile profile) {
        var errors = FormErrors.collector();
        typed.unstorable().forEach(field -> errors.add(field, frame.t("notices.problem.signs")));
        if (isTooLong(profile.name())) errors.add("name", frame.t("notices.problem.line", Profile.LONGEST));
        if (isTooLong(profile.organisation()))
            errors.add("organisation", frame.t("notices.problem.line", Profile.LONGEST));
        if (profile.open() && !showsSomething(profile)) errors.add("open", frame.t("notices.problem.nothing-shown"));
        if (profile.findable() && !profile.open()) errors.add("findable", frame.t("notices.problem.not-open"));
        return errors.done();
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > Profile.LONGEST
                || text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean showsSomething(Profile profile) {
        return profile.shown().stream().anyMatch(field -> switch (field) {
            case NAME -> !profile.name().isEmpty();
            case ORGANISATION -> !profile.organisation().isEmpty();
            case COUNTRY -> profile.country() != null;
            case LANGUAGES -> !profile.languages().isEmpty();
            case INTERESTS -> !profile.interests().isEmpty();
        });
    }

    static String consent(Field field) {
        return switch (field) {
            case NAME -> "show-name";
            case ORGANISATION -> "show-organisation";
            case COUNTRY -> "show-country";
            case LANGUAGES -> "show-languages";
            case INTERESTS -> "show-interests";
        };
    }

    private static Typed filled(Profile mine) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("name", List.of(mine.name()));
        values.put("organisation", List.of(mine.organisation()));
        values.put("country", mine.country() == null ? List.of() : List.of(mine.country()));
        values.put("languages", mine.languages());
        values.put("interests", mine.interests());
        mine.shown().forEach(field -> values.put(consent(field), List.of("true")));
        if (mine.open()) values.put("open", List.of("true"));
        if (mine.findable()) values.put("findable", List.of("true"));
        return new Typed(values);
    }

    private ModelAndView show(Frame frame, Profile mine, Typed typed, boolean letters, FormErrors errors, int status) {
        String language = frame.language();
        var page = new ProfilePage(
                mine.open() ? "/members/" + mine.slug() : "",
                mine.version(),
                typed,
                options(vocabulary.termsByName(Vocabulary.COUNTRIES, language).stream(), typed, "country", language),
                Languages.ALL.stream()
                        .map(tag -> new Option(tag, Languages.endonym(tag), typed.has("languages", tag)))
                        .toList(),
                options(vocabulary.leaves(Vocabulary.ACTION_LINES).stream(), typed, "interests", language),
                letters,
                errors);
        return Pages.show(frame, "notices/web/profile", page, status);
    }

    private static List<Option> options(Stream<Term> terms, Typed typed, String name, String language) {
        return terms.map(term -> new Option(term.code(), term.name(language), typed.has(name, term.code())))
                .toList();
    }
}
