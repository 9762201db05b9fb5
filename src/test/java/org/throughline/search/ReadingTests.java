package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.throughline.search.Analysis.Token;

/// A text read word by word is the text that the index reads.
class ReadingTests {

    static final List<Map.Entry<String, String>> TEXTS = List.of(
            Map.entry(
                    "en",
                    "The ministries' e-Government enquiries; an aesthetic, naïve Organisation’s C7 (2021) ŒUVRE."),
            Map.entry("fr", "L’économie numérique, l'eau d’œuvre aujourd'hui ; Éducation, qu’à cela et États-Unis."),
            Map.entry("es", "¿Qué acción? Los ñandúes, la Agenda Índice y el desarrollo de las tecnologías."),
            Map.entry("ru", "Ёлка и информационное общество: Йемен, развитие, «цифровой» разрыв 2030."),
            Map.entry("ar", "والمعلومات للتنمية في القرى، التعليم الإلكتروني ١٢٣ ومجتمعِ المعرفة."),
            Map.entry("zh", "信息社会世界峰会 Geneva 2003 行动计划，ＷＳＩＳ 论坛。"),
            Map.entry(Analysis.FOLDED, "Ünïcode ＷＳＩＳ æther straße İstanbul ١٢٣ 信息 l’eau Ёж"));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void isWhatTheIndexReads(Map.Entry<String, String> text) {
        for (String analyzer : Analysis.ALL) {
            List<Token> whole = Analysis.tokens(analyzer, text.getValue());
            Reading reading = Reading.of(analyzer, text.getValue(), Analysis.words(text.getValue()));
            assertThat(reading.size()).as(analyzer).isEqualTo(whole.size());
            for (int at = 0; at < whole.size(); at++) {
                assertThat(new Token(reading.term(at), reading.start(at), reading.end(at)))
                        .as(analyzer)
                        .isEqualTo(whole.get(at));
                char letter = FirstLetter.of(reading.term(at));
                String letters = letter + Spellings.OTHER_LETTERS.getOrDefault(letter, "");
                assertThat(reading.mayBegin(at, letters))
                        .as(analyzer + " " + reading.term(at))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void mostWordsNeedNoLookingAt(Map.Entry<String, String> text) {
        if (!List.of("en", "fr", "es", "ru").contains(text.getKey())) return;
        Reading reading = Reading.of(text.getKey(), text.getValue(), Analysis.words(text.getValue()));
        int looked = 0;
        for (int at = 0; at < reading.size(); at++) if (reading.mayBegin(at, "x")) looked++;
        assertThat(looked).isLessThan(reading.size());
    }
}
