package org.throughline.notices.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.notices.Profile;
import org.throughline.notices.Profiles;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// Members as the public sees them: those who want a page, and the list of those who want to be found.
@Controller
class MemberPages {

    private final Profiles profiles;
    private final Vocabulary vocabulary;
    private final PageStore pages;

    MemberPages(Profiles profiles, Vocabulary vocabulary, PageStore pages) {
        this.profiles = profiles;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/members/{member:[a-z2-9]+}")
    ModelAndView show(Frame frame, @PathVariable("member") String slug) {
        Profile.Shown member = profiles.find(slug).orElseThrow(Refusal::notFound);
        pages.sameForAll(Profiles.tag(slug));
        String country = member.country() == null
                ? null
                : vocabulary.name(Vocabulary.COUNTRIES, member.country(), frame.language());
        var page = new MemberPage(
                member.name(),
                member.organisation(),
                country,
                Languages.endonyms(frame.language(), member.languages()),
                member.interests().stream()
                        .map(code -> vocabulary.name(Vocabulary.ACTION_LINES, code, frame.language()))
                        .toList(),
                member.findable());
        return Pages.show(frame, "notices/web/member", page);
    }

    @OpenToAll
    @GetMapping("/members")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "1") String page) {
        String words = Storable.part(q).strip();
        if (words.length() > Profile.LONGEST) words = words.substring(0, Profile.LONGEST);
        String code = vocabulary.has(Vocabulary.COUNTRIES, country) ? country : "";
        int number = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
        Profiles.Page found = profiles.list(words, code, number);
        pages.sameForAll(Profiles.LIST);
        List<Option> countries = vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()).stream()
                .map(term -> new Option(
                        term.code(), term.name(frame.language()), term.code().equals(code)))
                .toList();
        List<MembersPage.Line> lines =
                found.members().stream().map(member -> line(frame, member)).toList();
        var members = new MembersPage(
                words,
                countries,
                found.total(),
                lines,
                found.page() > 1 ? address(frame, words, code, found.page() - 1) : null,
                found.next() ? address(frame, words, code, found.page() + 1) : null);
        return Pages.show(frame, "notices/web/members", members);
    }

    private MembersPage.Line line(Frame frame, Profile.Shown member) {
        String country = member.country() == null
                ? ""
                : vocabulary.name(Vocabulary.COUNTRIES, member.country(), frame.language());
        String name = Stream.of(member.name(), member.organisation())
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse(frame.t("notices.member.unnamed"));
        String note = Stream.of(member.organisation(), country)
                .filter(part -> !part.isEmpty() && !part.equals(name))
                .collect(Collectors.joining(" · "));
        return new MembersPage.Line("/members/" + member.slug(), name, note);
    }

    private static String address(Frame frame, String words, String country, int page) {
        return frame.url("/members") + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&country=" + country
                + "&page=" + page;
    }
}
