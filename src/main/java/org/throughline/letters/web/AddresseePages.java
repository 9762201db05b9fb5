package org.throughline.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.letters.Addressee;
import org.throughline.letters.AddresseeClass;
import org.throughline.letters.Addressees;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.FocalPoint;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat keeps the register of addressees and who speaks for each of them.
@Controller
class AddresseePages {

    private static final String HOME = "/letters/desk/addressees";

    private final Addressees addressees;
    private final Vocabulary vocabulary;

    AddresseePages(Addressees addressees, Vocabulary vocabulary) {
        this.addressees = addressees;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(HOME)
    ModelAndView list(
            Frame frame,
            Actor actor,
            @RequestParam(name = "class", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reached) {
        return list(frame, actor, chosen, reached.equals("no"), Typed.NOTHING, FormErrors.NONE, 200);
    }

    /// @param unreached only those that no letter can reach
    private ModelAndView list(
            Frame frame, Actor actor, String chosen, boolean unreached, Typed typed, FormErrors errors, int status) {
        List<AddresseeClass> classes = addressees.classes();
        boolean known = classes.stream().anyMatch(one -> one.code().equals(chosen));
        Map<String, String> names =
                classes.stream().collect(Collectors.toMap(AddresseeClass::code, one -> frame.text(one.name())));
        Map<String, Long> counts = addressees.counts();
        var page = new AddresseesPage(
                addressees.current(known ? chosen : null, actor).stream()
                        .filter(one -> !unreached
                                || one.focalPoint() == null
                                || !one.focalPoint().isReachable())
                        .map(one -> line(frame, one, names))
                        .toList(),
                classes.stream()
                        .map(one -> new LettersPage.ClassCount(
                                one.name(), LetterPages.count(frame, one, counts.getOrDefault(one.code(), 0L))))
                        .toList(),
                classes.stream()
                        .map(one -> new Option(
                                one.code(), frame.text(one.name()), one.code().equals(chosen)))
                        .toList(),
                List.of(new Option("no", frame.t("letters.addressees.unreached"), unreached)),
                classes.stream()
                        .map(one -> new Option(one.code(), frame.text(one.name()), typed.has("class", one.code())))
                        .toList(),
                vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()).stream()
                        .map(term ->
                                new Option(term.code(), term.name(frame.language()), typed.has("country", term.code())))
                        .toList(),
                typed,
                errors);
        return Pages.show(frame, "letters/web/addressees", page, status);
    }

    private AddresseesPage.Line line(Frame frame, Addressee one, Map<String, String> names) {
        FocalPoint person = one.focalPoint();
        return new AddresseesPage.Line(
                HOME + "/" + one.id(),
                LetterWords.name(vocabulary, one.country(), one.name(), frame.language()),
                names.getOrDefault(one.addresseeClass(), ""),
                person == null ? "" : person.name(),
                person == null ? "" : person.email(),
                person == null
                        ? frame.t("letters.addressees.nobody")
                        : person.declinedAt() != null ? frame.t("letters.mail-state.declined") : "");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(HOME)
    ModelAndView add(Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        AddresseeClass chosen = addressees.classes().stream()
                .filter(one -> typed.has("class", one.code()))
                .findFirst()
                .orElse(null);
        String country = typed.of("country").isEmpty() ? null : typed.of("country");
        String name =
                chosen != null && chosen.ofStates() ? "" : typed.of("name").strip();
        typed.unstorable().forEach(field -> errors.add(field, frame.t("letters.form.unstorable")));
        if (chosen == null) errors.add("class", frame.t("letters.addressees.class.missing"));
        if (country != null && !vocabulary.has(Vocabulary.COUNTRIES, country)
                || country == null && chosen != null && chosen.ofStates())
            errors.add("country", frame.t("letters.addressees.country.missing"));
        if (chosen != null && !chosen.ofStates() && name.isEmpty())
            errors.add("name", frame.t("letters.addressees.name.missing"));
        if (name.length() > CircularLetters.LONGEST_LINE)
            errors.add("name", frame.t("letters.form.too-long", CircularLetters.LONGEST_LINE));
        if (!errors.isEmpty() || chosen == null) return list(frame, actor, "", false, typed, errors.done(), 422);
        return Pages.goTo(frame, HOME + "/" + addressees.add(chosen.code(), country, name, actor));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(HOME + "/{id}")
    ModelAndView show(Frame frame, Actor actor, @PathVariable UUID id) {
        Typed typed = new Typed.Filler()
                .put("since", addressees.today().toString())
                .put("language", frame.language())
                .done();
        return show(frame, actor, addressees.get(id, actor), typed, FormErrors.NONE, 200);
    }

    private ModelAndView show(
            Frame frame, Actor actor, Addressee addressee, Typed typed, FormErrors errors, int status) {
        String addresseeClass = addressees.classes().stream()
                .filter(one -> one.code().equals(addressee.addresseeClass()))
                .map(one -> frame.text(one.name()))
                .findFirst()
                .orElse("");
        return Pages.show(
                frame,
                "letters/web/addressee",
                new AddresseePage(
                        addressee,
                        LetterWords.name(vocabulary, addressee.country(), addressee.name(), frame.language()),
                        addresseeClass,
                        addressees.focalPoints(addressee.id(), actor).stream()
                                .map(one -> person(frame, one))
                                .toList(),
                        LetterForm.languages(typed.of("language")),
                        addressee.version(),
                        typed,
                        errors),
                status);
    }

    private static AddresseePage.PersonLine person(Frame frame, FocalPoint one) {
        Moments moments = Moments.in(frame.language());
        return new AddresseePage.PersonLine(
                one.name(),
                one.email(),
                Languages.endonym(one.language()),
                one.until() == null
                        ? frame.t("letters.addressee.since", moments.date(one.since()))
                        : frame.t("letters.addressee.period", moments.date(one.since()), moments.date(one.until())),
                one.declinedAt() == null ? "" : frame.t("letters.addressee.declined", frame.date(one.declinedAt())));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(HOME + "/{id}/focal-point")
    ModelAndView appoint(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "-1") int version) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        LocalDate since = day(typed.of("since"));
        typed.unstorable().forEach(field -> errors.add(field, frame.t("letters.form.unstorable")));
        String name = typed.of("name").strip();
        if (name.isEmpty()) errors.add("name", frame.t("letters.addressee.name.missing"));
        if (name.length() > CircularLetters.LONGEST_LINE)
            errors.add("name", frame.t("letters.form.too-long", CircularLetters.LONGEST_LINE));
        if (MailAddress.parse(typed.of("email")).isEmpty())
            errors.add("email", frame.t("letters.addressee.email.wrong"));
        if (!Languages.isKnown(typed.of("language"))) errors.add("language", frame.t("letters.form.language.missing"));
        if (since == null || since.isAfter(addressees.today()))
            errors.add("since", frame.t("letters.addressee.since.wrong"));
        if (!errors.isEmpty() || since == null)
            return show(frame, actor, addressees.get(id, actor), typed, errors.done(), 422);
        addressees.appoint(
                id,
                new Addressees.Appointment(
                        name, MailAddress.parse(typed.of("email")).orElseThrow().value(), typed.of("language"), since),
                version,
                actor);
        FrameResolver.notice(request, frame.t("letters.addressee.appointed"));
        return Pages.goTo(frame, HOME + "/" + id);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < 1990 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(HOME + "/{id}/end")
    ModelAndView end(Frame frame, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        addressees.end(id, version, actor);
        return Pages.goTo(frame, HOME);
    }
}
