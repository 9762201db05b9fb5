package org.throughline.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;

/// What every template needs to know besides its own page: the reader's language and words, who is signed in, where
/// we are, and the token that forms carry.
///
/// @param path the address without the language prefix
/// @param query the query string, empty when there is none
/// @param viewer the signed-in person, absent for the public
/// @param csrfSource the token that forms carry; asking for it begins a session, so only pages with a POST form do
/// @param notice a sentence about what was just done, shown once
public record Frame(
        String site,
        Messages.Texts texts,
        String path,
        String query,
        @Nullable Viewer viewer,
        Supplier<@Nullable String> csrfSource,
        @Nullable String notice,
        boolean demo) {

    public String language() {
        return texts.language();
    }

    public String dir() {
        return Languages.direction(language());
    }

    /// A text of the interface.
    public String t(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /// A text of the interface before its arguments are put in, for a script that does it.
    public String pattern(String key) {
        return texts.pattern(key);
    }

    /// The text of some content in the reader's language, or the one [LocalizedText] falls back to.
    public String text(LocalizedText text) {
        return text.textFor(language());
    }

    /// The language in which [#text] gives some content, where it is not the reader's own.
    public @Nullable String foreign(LocalizedText text) {
        String language = text.languageFor(language());
        return text.isEmpty() || language.equals(language()) ? null : language;
    }

    /// The address of a page of this site in the reader's language.
    public String url(String path) {
        return in(language(), path);
    }

    /// This very page in another language.
    public String here(String language) {
        return in(language, path) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String in(String language, String path) {
        if (language.equals(Languages.DEFAULT)) return path;
        return path.equals("/") ? "/" + language : "/" + language + path;
    }

    /// The address of a style sheet, script or picture, which changes with its content.
    public String asset(String path) {
        return StaticFiles.versioned(path);
    }

    /// The value of the hidden field `_csrf` of a form.
    public @Nullable String csrf() {
        return csrfSource.get();
    }

    /// The same page as a stranger sees it.
    Frame forStrangers() {
        return new Frame(site, texts, path, query, null, () -> null, null, demo);
    }

    public boolean signedIn() {
        return viewer != null;
    }

    public boolean may(Permission permission) {
        return viewer != null && viewer.may(permission);
    }

    /// Where signing in leads back to: this page, unless it is itself about signing in.
    public String signInUrl() {
        if (path.equals("/sign-in")) return here(language());
        if (path.startsWith("/sign-in/") || path.startsWith("/register")) return url("/sign-in");
        String back = here(language());
        return url("/sign-in") + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    public String dateTime(Instant instant) {
        return t("platform.moment.geneva", Moments.in(language()).dateTime(instant, Moments.GENEVA));
    }

    public String date(Instant instant) {
        return Moments.in(language()).date(instant, Moments.GENEVA);
    }

    public String number(long number) {
        return Moments.in(language()).number(number);
    }

    public String percent(double share) {
        return Moments.in(language()).percent(share);
    }
}
