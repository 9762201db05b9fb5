package org.throughline.vocabulary;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/// The vocabularies that come with the program: resource files, and for countries and languages the names of ICU
/// wherever these agree with what the United Nations uses (`country-names.csv` holds the others).
final class ShippedVocabularies {

    private static final String FOLDER = "/vocabulary/";
    private static final List<String> FILES = List.of(
            "action-lines.json",
            "sdgs.json",
            "gdc.json",
            "stakeholder-types.json",
            "regions.json",
            "un-regions.json",
            "countries.json",
            "countries.csv",
            "country-names.csv",
            "languages.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShippedVocabularies() {}

    private record TermFile(
            String code,
            @Nullable String parent,
            LocalizedText names,
            @Nullable LocalizedText notes,
            @Nullable Map<String, String> attributes) {}

    private record SchemeFile(
            String name,
            String version,
            String source,
            LocalizedText title,
            LocalizedText note,
            @Nullable List<TermFile> terms,
            @Nullable List<String> codes) {

        Scheme scheme() {
            return new Scheme(name, version, source, title, note);
        }
    }

    /// One value for everything the terms are made from. ICU belongs to it, because its names can change with a
    /// release.
    static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                try (var in = open(file)) {
                    digest.update(in.readAllBytes());
                }
            }
            digest.update(VersionInfo.ICU_VERSION.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Edition> read() {
        var all = new ArrayList<Edition>();
        for (var file : FILES) {
            if (!file.endsWith(".json")) continue;
            var scheme = scheme(file);
            all.add(
                    switch (scheme.name()) {
                        case "countries" -> Edition.of(scheme.scheme(), countries());
                        case "languages" -> Edition.of(scheme.scheme(), languages(scheme));
                        default -> Edition.of(scheme.scheme(), listed(scheme));
                    });
        }
        return all;
    }

    private static SchemeFile scheme(String file) {
        try (var in = open(file)) {
            return JSON.readValue(in, SchemeFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Term> listed(SchemeFile scheme) {
        var terms = new ArrayList<Term>();
        for (var term : scheme.terms() == null ? List.<TermFile>of() : scheme.terms()) {
            terms.add(new Term(
                    new TermId(scheme.name(), term.code()),
                    term.parent(),
                    term.names(),
                    term.notes() == null ? LocalizedText.EMPTY : term.notes(),
                    terms.size(),
                    term.attributes() == null ? Map.of() : term.attributes()));
        }
        return terms;
    }

    private static List<Term> languages(SchemeFile scheme) {
        var displays = displayNames();
        var terms = new ArrayList<Term>();
        for (var code : scheme.codes() == null ? List.<String>of() : scheme.codes()) {
            var names = new HashMap<String, String>();
            displays.forEach((language, display) -> names.put(language, display.languageDisplayName(code)));
            terms.add(plain(new TermId(scheme.name(), code), names, terms.size(), Map.of()));
        }
        return terms;
    }

    private static List<Term> countries() {
        var given = new HashMap<String, CSVRecord>();
        for (var row : rows("country-names.csv")) given.put(row.get("alpha2"), row);
        var displays = displayNames();
        var terms = new ArrayList<Term>();
        for (var row : rows("countries.csv")) {
            var code = row.get("alpha2");
            var names = new HashMap<String, String>();
            displays.forEach((language, display) -> {
                var own = given.get(code);
                names.put(
                        language,
                        own == null || own.get(language).isEmpty()
                                ? display.regionDisplayName(code)
                                : own.get(language));
            });
            terms.add(plain(new TermId("countries", code), names, terms.size(), attributes(row)));
        }
        return terms;
    }

    private static Map<String, String> attributes(CSVRecord row) {
        var attributes = new TreeMap<>(row.toMap());
        attributes.remove("alpha2");
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private static Term plain(TermId id, Map<String, String> names, int position, Map<String, String> attributes) {
        return new Term(id, null, new LocalizedText(names), LocalizedText.EMPTY, position, attributes);
    }

    static Map<String, LocaleDisplayNames> displayNames() {
        var displays = new HashMap<String, LocaleDisplayNames>();
        for (var language : Languages.ALL)
            displays.put(language, LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language)));
        return displays;
    }

    /// The rows of a CSV resource; empty cells stay empty texts and "NA" stays the two letters that mean Namibia.
    static List<CSVRecord> rows(String file) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = open(file);
                var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        var in = ShippedVocabularies.class.getResourceAsStream(FOLDER + file);
        if (in == null) throw new IllegalStateException("Missing from the program: " + FOLDER + file);
        return in;
    }
}
