package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Finding.Check;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.world.ThroughlineTest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The two parts of the verifier that were written twice, in Java and for the browser, write the same: canonical JSON,
/// and numbers and plurals in six languages.
@ThroughlineTest
@ExtendWith(Chromium.class)
class SameInTheBrowserTests {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String IMPORT =
            "const page = await import(document.querySelector('form[data-verifier]')" + ".dataset.verifier);";
    private static final String CANONICAL = "async texts => { " + IMPORT
            + " return texts.map(text => { try { return page.canonical(page.read(text)); }"
            + " catch { return 'refused'; } }); }";
    private static final String SAY = "async all => { " + IMPORT
            + " return all.map(([pattern, values, language]) => page.say(pattern, values, language)); }";

    private static final int[] COUNTS = {0, 1, 2, 3, 5, 11, 21, 99, 100, 101, 1234, 56_789, 1_000_000};

    @LocalServerPort
    int port;

    @Autowired
    Messages messages;

    @Test
    void canonicalJsonIsTheSame(Browser browser) {
        List<String> texts = new ArrayList<>(List.of(
                "[1, 1.0, 1e0, 10e-1, -0, -0.0, 1E2, 0.50, 1e21, 1e-6, 1e-7, 123456789012345680000]",
                "[9007199254740991, 9007199254740992, -9007199254740992, 9223372036854775807]",
                "9007199254740993",
                "-9007199254740993",
                "9223372036854775808",
                "100000000000000000000000",
                "100000000000000000000001",
                "1e400",
                "0.10000000000000000001",
                "\"\\u0000\\u0008\\u001f\\u007f\\u0080\\u2028\\u2029\\ufeff\\ufffe\\/'<>&\"",
                "\"\\ud83d\\ude00 \\uD83D\\uDE00 😀\"",
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "{\"\\ud83d\": 1}",
                "{\"\\ufb33\": 1, \"\\ud83d\\ude00\": 2, \"\\u20ac\": 3, \"\\r\": 4, \"1\": 5, \"10\": 6, \"2\": 7, \"\": 8}",
                "{\"b\": {\"z\": [], \"a\": {}}, \"a\": null, \"B\": [true, false], \"__proto__\": {\"constructor\": 1}}",
                "{\"a\": 1, \"\\u0061\": 2}",
                "{\"a\": [{\"a\": 1}, {\"a\": 2}]}",
                "\"a,b:{}[] \\\" \\\\\"",
                " [ ] ",
                "{}{}",
                "[1,]",
                "[01]",
                "[+1]",
                "[.5]",
                "[NaN]",
                "'x'",
                "\"\t\""));
        var random = new Random(8785);
        for (int i = 0; i < 2_000; i++) texts.add(number(random));
        for (int i = 0; i < 500; i++) texts.add("{" + text(random) + ": [" + text(random) + "]}");
        try (var reader = Visitor.reading("en", browser, port)) {
            reader.open("/data/verify");
            Object written = reader.page.evaluate(CANONICAL, texts);
            assertThat(written)
                    .isEqualTo(
                            texts.stream().map(SameInTheBrowserTests::canonical).toList());
        }
    }

    @Test
    void wordsAreTheSame(Browser browser) {
        List<Object> asked = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String language : Languages.ALL) {
            Messages.Texts words = messages.in(language);
            for (String key : keys()) {
                String pattern = words.pattern(key);
                List<List<Object>> given = new ArrayList<>();
                for (int count : COUNTS) given.add(List.of(count, 2 * count));
                if (!pattern.contains("plural")) given.add(List.of("calls/x/inputs/1", "مياه $& $1"));
                for (List<Object> values : given) {
                    asked.add(List.of(pattern, values, language));
                    said.add(words.of(
                            key, values.stream().map(OfflineJourney::isolated).toArray()));
                }
            }
        }
        try (var reader = Visitor.reading("en", browser, port)) {
            reader.open("/data/verify");
            assertThat(reader.page.evaluate(SAY, asked)).isEqualTo(said);
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("ledger.verify.result-broken"));
        EnumSet.range(Check.FIELD_BROKEN, Check.DOES_NOT_EXTEND).forEach(check -> keys.add(check.messageKey()));
        return keys;
    }

    private static String canonical(String text) {
        try {
            return CanonicalJson.text(STRICT.readTree(text));
        } catch (JacksonException | IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String number(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        if (Double.isNaN(value) || Double.isInfinite(value)) return "0";
        return random.nextInt(4) == 0
                ? String.valueOf(random.nextLong() >> random.nextInt(64))
                : Double.toString(value);
    }

    // Mostly what can be written, and half pairs now and then.
    private static String text(Random random) {
        var text = new StringBuilder("\"");
        for (int i = random.nextInt(8); i >= 0; i--) {
            int drawn = random.nextInt(20);
            if (drawn == 0) text.append(escaped(0xd800 + random.nextInt(0x800)));
            else if (drawn < 4)
                text.append(escaped(0xd800 + random.nextInt(0x400))).append(escaped(0xdc00 + random.nextInt(0x400)));
            else if (drawn < 10) text.append(escaped(random.nextInt(0x80)));
            else text.append(escaped(random.nextInt(0xd800)));
        }
        return text.append('"').toString();
    }

    private static String escaped(int unit) {
        return "\\u%04x".formatted(unit);
    }
}
