package org.throughline.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A posted document as files and the API write it. What a document does not say is left out.
public final class DocumentJson {

    private DocumentJson() {}

    /// A line of a list.
    ///
    /// @param site the address of this site
    public static Map<String, Object> line(String site, PostedDocument one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("symbol", one.symbol());
        json.put("url", site + one.path());
        json.put("series", one.series());
        json.put("meeting", one.meeting());
        json.put("serial", one.serial());
        json.put("kind", one.kind().word());
        if (one.change() != Change.NONE)
            json.put("changes", Map.of("how", one.change().word(), "number", one.changeNumber()));
        Map<String, String> titles = new LinkedHashMap<>();
        one.titles().forEach(each -> titles.put(each.language(), each.title()));
        json.put("title", titles);
        json.put("originalLanguages", one.originals());
        json.put("sources", one.sources());
        if (!one.dated().isEmpty()) json.put("dated", one.dated());
        if (one.receivedAt() != null) json.put("receivedAt", one.receivedAt().toString());
        json.put("postedAt", one.postedAt().toString());
        return json;
    }

    /// All of it.
    ///
    /// @param references what they name
    public static Map<String, Object> whole(
            String site,
            PostedDocument one,
            Optional<PostedDocument> parent,
            List<Expression> expressions,
            List<Attachment> attachments,
            List<References.Line> references) {
        Map<String, Object> json = line(site, one);
        parent.ifPresent(of -> json.put("changesDocument", of.symbol()));
        DocumentHeader header = one.header();
        Map<String, Object> written = new LinkedHashMap<>();
        some(written, "action", header.action());
        some(written, "addressee", header.addressee());
        written.put("strategicLinks", header.strategicLinks());
        some(written, "financialImplications", header.financial());
        written.put(
                "references",
                references.stream().map(line -> reference(site, line)).toList());
        json.put("header", written);
        Map<String, Object> languages = new LinkedHashMap<>();
        for (Expression each : expressions) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("standing", each.standing().word());
            words.put("title", each.title());
            some(words, "purpose", each.purpose());
            some(words, "actionText", each.actionText());
            some(words, "financialText", each.financialText());
            some(words, "body", each.body());
            languages.put(each.language(), words);
        }
        json.put("expressions", languages);
        json.put(
                "files",
                attachments.stream()
                        .map(file -> Map.of(
                                "url", site + "/documents/files/" + file.id(),
                                "name", file.name(),
                                "language", file.language(),
                                "type", file.type(),
                                "size", file.size(),
                                "sha256", file.sha256()))
                        .toList());
        json.put("sha256", one.hash());
        return json;
    }

    private static Map<String, Object> reference(String site, References.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", line.text());
        json.put(
                "names",
                line.named().stream()
                        .map(named -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("quote", named.quote());
                            if (!named.path().isEmpty()) one.put("url", site + named.path());
                            References.State then = named.then();
                            one.put("status", word(named.now()));
                            some(one, "supersededBy", named.now().replacedBy());
                            if (then != null) one.put("statusThen", word(then));
                            if (then != null) some(one, "supersededThenBy", then.replacedBy());
                            return one;
                        })
                        .toList());
        return json;
    }

    private static String word(References.State state) {
        return state.status().name().toLowerCase(Locale.ROOT);
    }

    private static void some(Map<String, Object> json, String name, String value) {
        if (!value.isEmpty()) json.put(name, value);
    }
}
