package org.throughline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.citations.Citable.Revision;
import org.throughline.citations.Standing.Status;

/// Every way to cite that people use, what only looks like one, and texts made to take forever.
class CitationFinderTests {

    private static final Catalogue CATALOGUE = new Catalogue(List.of(
            citable(
                    "pp-140",
                    "pp",
                    "140",
                    "Antalya 2006",
                    "Guadalajara 2010",
                    "Busan 2014",
                    "Dubai 2018",
                    "Bucharest 2022"),
            citable("pp-70", "pp", "70", "Bucharest 2022"),
            citable("council-1332", "council", "1332", " 2011", " 2016", " 2024"),
            citable("council-1334", "council", "1334", " 2011", " 2013", " 2023"),
            citable("wtsa-75", "wtsa", "75", "Hammamet 2016", "Geneva 2022"),
            citable("wtdc-30", "wtdc", "30", "Dubai 2014", "Buenos Aires 2017", "Kigali 2022"),
            citable("wtdc-70", "wtdc", "70", "Kigali 2022"),
            new Citable(
                    "ra-61", "ra", "ITU-R 61", List.of(), List.of(new Revision(1, "61-2", "ITU-R 61-2", "", "2019"))),
            resolution("unga", "70/125", "A/RES/70/125", "2015-12-16"),
            resolution("unga", "57/270 B", "A/RES/57/270 B", "2003"),
            resolution("unga", "60/252", "A/RES/60/252", "2006"),
            resolution("unga", "80/173", "A/RES/80/173", "2025-12-17"),
            resolution("ecosoc", "2006/46", "E/RES/2006/46", "2006"),
            resolution("ecosoc", "2023/3", "E/RES/2023/3", "2023"),
            resolution("unesco", "41 C/27", "41 C/27", "2021"),
            named("geneva-plan", "2003-12-12", "Geneva Plan of Action", "Plan d’action de Genève"),
            named(
                    "tunis-agenda",
                    "2005-11-18",
                    "Tunis Agenda",
                    "Tunis Agenda for the Information Society",
                    "Agenda de Tunis"),
            named(
                    "unga-79-1",
                    "2024-09-22",
                    "Pact for the Future",
                    "Global Digital Compact",
                    "GDC",
                    "Pacte numérique mondial")));

    private static Citable citable(String slug, String body, String number, String... meetings) {
        var revisions = new ArrayList<Revision>();
        for (String meeting : meetings) {
            String place = meeting.substring(0, meeting.length() - 5);
            String year = meeting.substring(meeting.length() - 4);
            String label = place.isEmpty() ? "Modified " + year : "Rev. " + place + ", " + year;
            revisions.add(new Revision(revisions.size() + 1, label, "", place, year));
        }
        return new Citable(slug, body, number, List.of(), revisions);
    }

    private static Citable resolution(String body, String number, String symbol, String adopted) {
        String slug = body + "-" + number.toLowerCase().replaceAll("[/ ]", "-");
        return new Citable(slug, body, number, List.of(), List.of(new Revision(1, "", symbol, "", adopted)));
    }

    private static Citable named(String slug, String adopted, String... names) {
        return new Citable(slug, "summit", "", List.of(names), List.of(new Revision(1, "", "", "", adopted)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Resolution 140 (Rev. Bucharest, 2022) | pp-140 [Rev. Bucharest, 2022]
            Resolution 140 (Rev. Bucharest 2022) | pp-140 [Rev. Bucharest, 2022]
            Resolution 140 (Rev.Bucharest, 2022) | pp-140 [Rev. Bucharest, 2022]
            Resolution 140 (Rev. PP-22) | pp-140 [Rev. Bucharest, 2022]
            RESOLUTION 140 (REV. BUCHAREST, 2022) | pp-140 [Rev. Bucharest, 2022]
            Resolution 140, Rev. Bucharest, 2022, says | pp-140 [Rev. Bucharest, 2022]
            Res. 140 (Guadalajara, 2010) | pp-140 [Rev. Guadalajara, 2010]
            Resolution No. 140 of the Plenipotentiary Conference | pp-140
            PP-Resolution 140 | pp-140
            PP-22 Resolution 140 | pp-140
            Résolution 140 (Rév. Bucarest, 2022) | pp-140 [Rev. Bucharest, 2022]
            la Résolution 140 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires | pp-140 [Rev. Dubai, 2018]
            Résolution n° 140 | pp-140
            Council Resolution 1332 (Modified 2024) | council-1332 [Modified 2024]
            Council Resolution 1332 (C24, mod. 2024) | council-1332 [Modified 2024]
            Council Resolution 1332 (2011, modified 2024) | council-1332 [Modified 2024]
            the Council’s Resolution 1332 | council-1332
            Résolution 1332 du Conseil | council-1332
            Résolution 1332 (modifiée en 2024) du Conseil de l’UIT | council-1332 [Modified 2024]
            Council Resolutions 1332 and 1334 | council-1332; council-1334
            Council Resolutions 1332 (Modified 2024) and 1334 (Modified 2023) | council-1332 [Modified 2024]; council-1334 [Modified 2023]
            Résolutions 1332 et 1334 du Conseil | council-1332; council-1334
            A/RES/70/125 | unga-70-125
            A/RES/57/270B | unga-57-270-b
            https://undocs.org/A/RES/70/125 | unga-70-125
            General Assembly resolutions 57/270 B and 60/252 | unga-57-270-b; unga-60-252
            resolutions 57/270 B, 60/252 and 70/125 | unga-57-270-b; unga-60-252; unga-70-125
            UNGA Resolution A/RES/70/125 | unga-70-125
            Resolution 70/125 | unga-70-125
            resolution 70/125 (2015) | unga-70-125
            its resolutions 57/270 B of 23 June 2003, 60/252 of 27 March 2006 and 70/125 of 16 December 2015 | unga-57-270-b; unga-60-252; unga-70-125
            Resolutions 1332 (MOD) and 1334 (MOD) | council-1332; council-1334
            Résolution 1332 (C11, modifiée pour la dernière fois C24) du Conseil | council-1332 [Modified 2024]
            CWG-WSIS&SDG 40/12 | CWG-WSIS&SDG-40/12
            résolution 70/125 de l’Assemblée générale | unga-70-125
            ECOSOC Resolution 2006/46 | ecosoc-2006-46
            Economic and Social Council resolution 2006/46 | ecosoc-2006-46
            Council resolution 2006/46 | ecosoc-2006-46
            E/RES/2023/3 | ecosoc-2023-3
            Resolution 41 C/27 | unesco-41-c-27
            UNESCO 41 C/Resolution 27 | unesco-41-c-27
            41 C/27 | unesco-41-c-27
            Resolution ITU-R 61-2 (Rev. Dubai, 2019) of the Radiocommunication Assembly | ra-61 [61-2]
            ITU-R Resolution 61-2 | ra-61 [61-2]
            Resolution ITU-R 61-9 | ra-61 ?61-9
            Resolution 75 (Rev. Geneva, 2022) of the World Telecommunication Standardization Assembly | wtsa-75 [Rev. Geneva, 2022]
            Résolution 75 (Rév. Genève, 2022) de l’AMNT | wtsa-75 [Rev. Geneva, 2022]
            Resolution 75 (Rev. WTSA-20) | wtsa-75 [Rev. Geneva, 2022]
            Resolution 30 (Rev. Buenos Aires, 2017) | wtdc-30 [Rev. Buenos Aires, 2017]
            Tunis Agenda for the Information Society | tunis-agenda
            TUNIS AGENDA | tunis-agenda
            Agenda de Tunis | tunis-agenda
            Plan d’action de Genève | geneva-plan
            the Pact for the Future and its Global Digital Compact | unga-79-1; unga-79-1
            GDC | unga-79-1
            le Pacte numérique mondial | unga-79-1
            paragraph 113 of General Assembly resolution 80/173 | unga-80-173 §113
            A/RES/80/173, para. 113 | unga-80-173 §113
            Geneva Plan of Action (paragraph 28(e)) | geneva-plan §28(e)
            Tunis Agenda paragraphs 72 and 108-110 | tunis-agenda §72 §108-110
            paragraphe 72 de l’Agenda de Tunis | tunis-agenda §72
            CWG-WSIS&SDG-40/12 | CWG-WSIS&SDG-40/12
            CWG-WSIS & SDG-40/12 | CWG-WSIS&SDG-40/12
            WG-WSIS-31/11-E Rev. 1 | WG-WSIS-31/11-E Rev.1
            E/CN.16/2007/CRP.2 | E/CN.16/2007/CRP.2
            PP-14/20(Add.1)-E | PP-14/20(Add.1)-E
            Document C24/12 | C24/12
            """)
    void whateverWayItIsCitedItIsFound(String text, String found) {
        assertThat(found(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Resolution 140 (Rev. Plovdiv, 2030) | pp-140 ?Rev. Plovdiv, 2030
            Resolution 30 (Rev. Bucharest, 2022) | - ?Rev. Bucharest, 2022
            Council Resolution 140 | -
            Resolution 70 | -
            Resolution 70 of WTDC | wtdc-70
            WTDC considered Resolution 70 | wtdc-70
            Resolution 70 (Rev. Kigali, 2022) | wtdc-70 [Rev. Kigali, 2022]
            Resolution 4711 | -
            Security Council resolution 1332 (2000) | - ?2000
            The Security Council recalled its resolution 1332 | -
            Human Rights Council resolution 70/125 | -
            General Assembly resolution 1514 (XV) | -
            A/RES/99/999 | -
            Kigali Action Plan | -
            """)
    void whatIsNotOnRecordOrNotCertainIsUnknown(String text, String found) {
        assertThat(found(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A resolution of 1080 x 720 pixels",
                "at resolution 300 dpi",
                "resolution 2.1 of the picture",
                "the same resolution. 20 of them",
                "Resolution 42nd",
                "Members and/or 70/125 others",
                "approved at PP-22",
                "the Plenipotentiary Conference (Dubai, 2018)",
                "Matrix-WSIS-GDC.pdf",
                "gdc",
                "para 113",
                "A/B testing and I/O",
                "Action Line C7",
                "the Council",
                "28th session of CSTD in March 2025",
                "Resolutions on 30 matters"
            })
    void whatOnlyLooksLikeACitationIsNone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theQuoteIsWhereItStands() {
        String text = "Under «Council\u00a0Resolution 1332\n(Modified 2024)» and so on.";

        Citation one = CitationFinder.find(CATALOGUE, text).getFirst();

        assertThat(one.quote()).isEqualTo("Council\u00a0Resolution 1332\n(Modified 2024)");
        assertThat(text.substring(one.start(), one.end())).isEqualTo(one.quote());
        assertThat(one.named()).isEqualTo("Modified 2024");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Resolution 140 (Rev. Dubai, 2018) | 2018 | CURRENT
            Resolution 140 (Rev. Dubai, 2018) | 2022 | CURRENT
            Resolution 140 (Rev. Dubai, 2018) | 2022-12-30 | CURRENT
            Resolution 140 (Rev. Dubai, 2018) | 2022-12-31 | SUPERSEDED
            Resolution 140 (Rev. Dubai, 2018) | 2023 | SUPERSEDED
            Resolution 140 (Rev. Dubai, 2018) | 2017 | UNKNOWN
            Resolution 140 (Rev. Plovdiv, 2030) | 2026 | UNKNOWN
            Resolution 140 | 2026 | CURRENT
            Resolution 140 | 1999 | UNKNOWN
            Resolution 4711 | 2026 | UNKNOWN
            A/RES/70/125 | 2015-12-15 | UNKNOWN
            A/RES/70/125 | 2015-12-16 | CURRENT
            """)
    void nothingIsCalledSupersededTooEarly(String text, String date, Status status) {
        Citation one = CitationFinder.find(CATALOGUE, text).getFirst();

        assertThat(Standing.on(date, one).status()).isEqualTo(status);
    }

    @Test
    void aTextMadeToTakeForeverTakesNoLongerThanAnother() {
        for (String part : List.of(
                "a",
                "(",
                "Resolutions 1, ",
                "Resolution 140 (Rev. ",
                "Resolution ",
                "paragraph 1, ",
                "Council ",
                "A/1",
                "A/RES/",
                "CWG-WSIS&SDG-",
                "General Assembly of the ",
                "Tunis Agenda for the ",
                "1/",
                "41 C/",
                "paras 1 to 2 of the ",
                "\u0301",
                "\uD83D",
                "é",
                "Rev. ",
                "Resolution 140, Rev. Dubai ",
                "1")) {
            String text = part.repeat(300_000 / part.length());
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

            CitationFinder.find(CATALOGUE, text);

            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before))
                    .as(part)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static String found(String text) {
        return CitationFinder.find(CATALOGUE, text).stream()
                .map(CitationFinderTests::inShort)
                .collect(Collectors.joining("; "));
    }

    private static String inShort(Citation one) {
        Citable citable = one.citable();
        Revision revision = one.revision();
        String what = citable != null ? citable.slug() : one.ofDocument() ? one.symbol() : "-";
        if (revision != null && !revision.label().isEmpty()) what += " [" + revision.label() + "]";
        else if (!one.named().isEmpty()) what += " ?" + one.named();
        return what + one.paragraphs().stream().map(label -> " §" + label).collect(Collectors.joining());
    }
}
