package org.throughline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.citations.Citable.Revision;

/// Sentences of our own in Spanish, Russian, Arabic and Chinese, each marked with what it cites and nothing else.
class CitationLanguagesTests {

    private static final Catalogue CATALOGUE = new Catalogue(List.of(
            new Citable(
                    "pp-140",
                    "pp",
                    "140",
                    List.of(),
                    List.of(
                            new Revision(1, "Rev. Dubai, 2018", "", "Dubai", "2018"),
                            new Revision(2, "Rev. Bucharest, 2022", "", "Bucharest", "2022"))),
            new Citable(
                    "council-1332",
                    "council",
                    "1332",
                    List.of(),
                    List.of(new Revision(1, "2011", "", "", "2011"), new Revision(2, "Modified 2024", "", "", "2024"))),
            resolution("unga-70-125", "unga", "70/125", "A/RES/70/125"),
            resolution("unga-60-252", "unga", "60/252", "A/RES/60/252"),
            resolution("ecosoc-2006-46", "ecosoc", "2006/46", "E/RES/2006/46"),
            new Citable(
                    "tunis-agenda",
                    "summit",
                    "",
                    List.of(
                            "Tunis Agenda",
                            "Agenda de Túnez",
                            "Тунисская программа",
                            "Тунисской программы",
                            "برنامج عمل تونس",
                            "突尼斯议程"),
                    List.of(new Revision(1, "", "", "", "2005-11-18")))));

    private static Citable resolution(String slug, String body, String number, String symbol) {
        return new Citable(slug, body, number, List.of(), List.of(new Revision(1, "", symbol, "", "")));
    }

    private static String found(String text) {
        return CitationFinder.find(CATALOGUE, text).stream()
                .map(one -> {
                    Citable citable = one.citable();
                    Revision revision = one.revision();
                    String named = revision == null || revision.label().isEmpty() ? "" : " [" + revision.label() + "]";
                    String paragraphs = one.paragraphs().isEmpty() ? "" : " " + one.paragraphs();
                    return (citable == null ? "?" : citable.slug()) + named + paragraphs;
                })
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Recordando la Resolución 140 (Rev. Bucarest, 2022) de la Conferencia de Plenipotenciarios | pp-140 [Rev. Bucharest, 2022]
            conforme a la Resolución 140 (Rev. Dubái, 2018) | pp-140 [Rev. Dubai, 2018]
            en la Resolución 1332 del Consejo (modificada en 2024) | council-1332
            la Resolución 1332 (modificada en 2024) del Consejo de la UIT | council-1332 [Modified 2024]
            las resoluciones 60/252 y 70/125 de la Asamblea General | unga-60-252; unga-70-125
            la resolución 70/125, de 16 de diciembre de 2015 | unga-70-125
            la resolución 70/125 de la Asamblea General, párr. 71 | unga-70-125 [71]
            los párrafos 108 a 110 de la Agenda de Túnez | tunis-agenda [108-110]
            la resolución 2006/46 del Consejo Económico y Social | ecosoc-2006-46
            Resolución núm. 140 de la Conferencia de Plenipotenciarios | pp-140
            в резолюции 70/125 Генеральной Ассамблеи | unga-70-125
            ссылаясь на резолюцию 70/125 от 16 декабря 2015 года | unga-70-125
            Резолюция 140 (Пересм. Бухарест, 2022 г.) Полномочной конференции | pp-140 [Rev. Bucharest, 2022]
            Резолюция 140 (Пересм. Дубай, 2018 г.) | pp-140 [Rev. Dubai, 2018]
            Резолюции 1332 Совета МСЭ | council-1332
            резолюции 60/252 и 70/125 Генеральной Ассамблеи | unga-60-252; unga-70-125
            резолюция 2006/46 Экономического и Социального Совета | ecosoc-2006-46
            в пункте 72 Тунисской программы | tunis-agenda [72]
            см. A/RES/70/125 | unga-70-125
            وإذ تشير إلى القرار 70/125 للجمعية العامة | unga-70-125
            القرار 140 (المراجَع في بوخارست، 2022) لمؤتمر المندوبين المفوضين | pp-140 [Rev. Bucharest, 2022]
            القرار 140 (المراجَع في دبي، 2018) | pp-140 [Rev. Dubai, 2018]
            القرار 2006/46 للمجلس الاقتصادي والاجتماعي | ecosoc-2006-46
            القرار ٧٠/١٢٥ | unga-70-125
            انظر A/RES/70/125 | unga-70-125
            الفقرة 72 من برنامج عمل تونس | tunis-agenda [72]
            忆及联合国大会第70/125号决议 | unga-70-125
            全权代表大会第140号决议（2022年，布加勒斯特，修订版） | pp-140 [Rev. Bucharest, 2022]
            经济及社会理事会第2006/46号决议规定 | ecosoc-2006-46
            国际电联理事会第1332号决议 | council-1332
            见A/RES/70/125号文件 | unga-70-125
            《突尼斯议程》第72段 | tunis-agenda [72]
            """)
    void whatIsCitedIsFound(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la resolución de la pantalla es de 140 ppp",
                "una resolución pacífica en 2024",
                "El Consejo aprobó 1332 proyectos.",
                "На совещании Совета было 140 делегатов.",
                "Разрешение экрана 140 точек, пункт 3.",
                "اعتمد المجلس 140 مشروعًا في 2022",
                "会议第140号文件",
                "第三次会议通过了1332个项目",
                "Пункт 5 повестки дня, 2022 г."
            })
    void nothingIsInvented(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            la resolución 140 del Consejo de Seguridad | ?
            резолюция 140 Совета Безопасности | ?
            القرار 140 لمجلس الأمن | ?
            安全理事会第140号决议 | ?
            """)
    void whatOthersAdoptedIsNotTakenForOurs(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }
}
