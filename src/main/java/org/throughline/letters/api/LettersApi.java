package org.throughline.letters.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterFigures;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.PublishedLetters;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;

/// Public circular letters for programs.
@RestController
class LettersApi {

    private final PublishedLetters letters;
    private final Settings settings;
    private final Clock clock;

    LettersApi(PublishedLetters letters, Settings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/api/v1/letters")
    ResponseEntity<byte[]> list() {
        Map<java.util.UUID, LetterFigures> figures = letters.figures();
        List<MajorityRule> rules = letters.rules();
        List<Map<String, Object>> all = letters.all().stream()
                .map(letter -> line(letter, figures.getOrDefault(letter.id(), LetterFigures.NONE), rules))
                .toList();
        return JsonAnswer.of(new JsonAnswer.Listing<>(all, all.size(), null));
    }

    private Map<String, Object> line(CircularLetter letter, LetterFigures count, List<MajorityRule> rules) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", letter.reference());
        line.put("url", settings.publicUrl() + letter.path());
        line.put("kind", letter.content().kind().word());
        line.put("dated", String.valueOf(letter.dated()));
        line.put("subject", letter.content().subject().texts());
        line.put("original", letter.content().original());
        line.put("classes", letter.content().classes());
        if (letter.closesAt() != null) line.put("closesAt", letter.closesAt().toString());
        if (!letter.extensions().isEmpty())
            line.put(
                    "extensions",
                    letter.extensions().stream()
                            .map(one -> Map.of(
                                    "decidedAt", one.decidedAt().toString(),
                                    "from", one.oldEnd().toString(),
                                    "to", one.newEnd().toString(),
                                    "reason", one.reason().texts()))
                            .toList());
        if (!letter.callSlug().isEmpty()) line.put("call", settings.publicUrl() + "/calls/" + letter.callSlug());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("entitled", count.entitled());
        counts.put("sent", count.sent());
        counts.put("acknowledged", count.acknowledged());
        if (letter.content().kind() != CircularKind.INFORMATION) counts.put("replied", count.replied());
        boolean closed = letter.isClosedAt(clock.instant());
        if (letter.content().kind() == CircularKind.DECISION && closed) {
            counts.put("approve", count.approve());
            counts.put("reject", count.reject());
            counts.put("abstain", count.abstain());
        }
        if (letter.content().kind() != CircularKind.INFORMATION && closed) counts.put("late", count.late());
        line.put("addressees", counts);
        rules.stream()
                .filter(rule -> rule.code().equals(letter.content().rule()))
                .findFirst()
                .ifPresent(rule -> {
                    line.put("rule", rule.code());
                    if (closed) line.put("outcome", rule.decide(count).name().toLowerCase(java.util.Locale.ROOT));
                });
        return line;
    }
}
