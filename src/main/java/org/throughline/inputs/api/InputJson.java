package org.throughline.inputs.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.inputs.InputLine;
import org.throughline.inputs.InputUses.InputUse;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.PublishedInput.PublishedEndorser;
import org.throughline.ledger.Hash;
import org.throughline.platform.Settings;
import tools.jackson.databind.JsonNode;

/// The JSON forms of a published input.
final class InputJson {

    private InputJson() {}

    /// @param name empty where the owner does not want to be named
    record Line(
            int number,
            String name,
            String behalf,
            String stakeholderType,
            @Nullable String country,
            String region,
            String language,
            String receivedAt,
            int endorsers,
            String opening,
            String url) {}

    record Whole(
            String call,
            int number,
            int revision,
            String language,
            Respondent respondent,
            String receivedAt,
            String publishedAt,
            boolean quotable,
            boolean translatable,
            List<Answer> answers,
            List<PublishedEndorser> endorsers,
            List<Attachment> files,
            List<Passage> passages,
            List<Disposition> dispositions,
            String url) {}

    record Respondent(
            String behalf,
            String name,
            String stakeholderType,
            @Nullable String country,
            String region,
            String scope) {}

    /// @param text what passages are addressed in, by UTF-16 code units
    /// @param hash SHA-256 of the text's UTF-8 bytes, hexadecimal, to tell whether a passage still fits
    record Answer(String question, String kind, JsonNode value, String text, String hash) {}

    record Attachment(String question, String title, String url) {}

    /// A span that sentences of a published summary rest on.
    record Passage(String question, int start, int end, String quote, List<Integer> sentences) {}

    /// One place where the input went.
    record Disposition(String kind, int line, String section, String sentence, String language, String url) {}

    static Line line(Settings settings, String slug, InputLine line) {
        return new Line(
                line.number(),
                line.name(),
                line.behalf(),
                line.stakeholderType(),
                line.country(),
                line.region(),
                line.language(),
                line.receivedAt().toString(),
                line.endorsers(),
                line.opening(),
                url(settings, slug, line.number()));
    }

    static Whole whole(Settings settings, String slug, PublishedInput input, List<InputUse> uses) {
        return new Whole(
                slug,
                input.number(),
                input.revision(),
                input.language(),
                new Respondent(
                        input.behalf(),
                        input.name(),
                        input.stakeholderType(),
                        input.country(),
                        input.region(),
                        input.scope()),
                input.receivedAt().toString(),
                input.publishedAt().toString(),
                input.quotable(),
                input.translatable(),
                input.answers().stream().map(InputJson::answer).toList(),
                input.endorsers(),
                input.files().stream()
                        .map(file -> new Attachment(
                                file.question(),
                                file.title(),
                                url(settings, slug, input.number()) + "/files/" + file.id()))
                        .toList(),
                passages(input, uses),
                dispositions(settings, uses),
                url(settings, slug, input.number()));
    }

    private static Answer answer(PublishedInput.PublishedAnswer answer) {
        String hash =
                Hash.sha256(answer.text().getBytes(StandardCharsets.UTF_8)).hex();
        return new Answer(answer.question(), answer.kind(), answer.value(), answer.text(), hash);
    }

    private record Span(String question, int start, int end) {}

    private static List<Passage> passages(PublishedInput input, List<InputUse> uses) {
        Map<Span, List<Integer>> lines = new LinkedHashMap<>();
        for (InputUse use : uses)
            lines.computeIfAbsent(new Span(use.question(), use.start(), use.end()), span -> new java.util.ArrayList<>())
                    .add(use.line());
        return lines.entrySet().stream()
                .map(entry -> {
                    Span span = entry.getKey();
                    String text = input.answers().stream()
                            .filter(answer -> answer.question().equals(span.question()))
                            .map(PublishedInput.PublishedAnswer::text)
                            .findFirst()
                            .orElse("");
                    int end = Math.min(span.end(), text.length());
                    String quote = text.substring(Math.min(span.start(), end), end);
                    return new Passage(span.question(), span.start(), span.end(), quote, entry.getValue());
                })
                .toList();
    }

    private static List<Disposition> dispositions(Settings settings, List<InputUse> uses) {
        return uses.stream()
                .map(use -> new Disposition(
                        "summary-sentence",
                        use.line(),
                        use.section(),
                        use.sentence(),
                        use.language(),
                        settings.publicUrl() + use.path()))
                .distinct()
                .toList();
    }

    private static String url(Settings settings, String slug, int number) {
        return settings.publicUrl() + "/calls/" + slug + "/inputs/" + number;
    }
}
