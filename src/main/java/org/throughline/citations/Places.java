package org.throughline.citations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where conferences and assemblies of ITU met, as the lists of ITU have it, and how the places are written in other
/// languages: "Rev. Bucharest, 2022" and "Rév. Bucarest, 2022" are one, and both are a Plenipotentiary Conference.
final class Places {

    private static final List<List<String>> SPELLINGS = List.of(
            List.of("Geneva", "Genève", "Ginebra", "Женева", "Женеве", "جنيف", "日内瓦"),
            List.of("Bucharest", "Bucarest", "Бухарест", "بوخارست", "布加勒斯特"),
            List.of("Dubai", "Dubaï", "Doubaï", "Дубай", "دبي", "迪拜"),
            List.of("Busan", "Pusan", "Пусан", "بوسان", "釜山"),
            List.of("Guadalajara", "Гвадалахара", "غوادالاخارا", "瓜达拉哈拉"),
            List.of("Antalya", "Анталия", "أنطاليا", "安塔利亚"),
            List.of("Marrakesh", "Marrakech", "Marraquech"),
            List.of("Minneapolis"),
            List.of("Kyoto"),
            List.of("Kigali", "Кигали", "كيغالي", "基加利"),
            List.of("Buenos Aires", "Буэнос-Айрес", "بوينس آيرس", "布宜诺斯艾利斯"),
            List.of("Hyderabad"),
            List.of("Doha"),
            List.of("Istanbul", "Estambul"),
            List.of("Valletta", "La Valette", "La Valeta"),
            List.of("Baku", "Bakou", "Bakú", "Баку", "باكو", "巴库"),
            List.of("Hammamet", "Хаммамет", "الحمامات", "哈马马特"),
            List.of("Johannesburg", "Johannesbourg", "Johannesburgo"),
            List.of("Florianopolis"),
            List.of("Montreal"),
            List.of("New Delhi", "Nueva Delhi", "Нью-Дели", "نيودلهي", "新德里"),
            List.of("Sharm el-Sheikh", "Charm el-Cheikh"),
            List.of("Tunis", "Túnez", "Тунис"));

    private static final Map<String, List<String>> MEETINGS = Map.of(
            Bodies.PLENIPOTENTIARY,
            List.of(
                    "Kyoto 1994",
                    "Minneapolis 1998",
                    "Marrakesh 2002",
                    "Antalya 2006",
                    "Guadalajara 2010",
                    "Busan 2014",
                    "Dubai 2018",
                    "Bucharest 2022"),
            Bodies.DEVELOPMENT,
            List.of(
                    "Valletta 1998",
                    "Istanbul 2002",
                    "Doha 2006",
                    "Hyderabad 2010",
                    "Dubai 2014",
                    "Buenos Aires 2017",
                    "Kigali 2022",
                    "Baku 2025"),
            Bodies.STANDARDIZATION,
            List.of(
                    "Montreal 2000",
                    "Florianopolis 2004",
                    "Johannesburg 2008",
                    "Dubai 2012",
                    "Hammamet 2016",
                    "Geneva 2022",
                    "New Delhi 2024"),
            Bodies.RADIO,
            List.of(
                    "Istanbul 2000",
                    "Geneva 2003",
                    "Geneva 2007",
                    "Geneva 2012",
                    "Geneva 2015",
                    "Sharm el-Sheikh 2019",
                    "Dubai 2023"));

    private static final Map<String, String> ONE_SPELLING = oneSpelling();
    private static final Map<String, String> BODY_BY_MEETING = bodyByMeeting();

    private Places() {}

    private static Map<String, String> oneSpelling() {
        var one = new HashMap<String, String>();
        for (List<String> some : SPELLINGS) for (String place : some) one.put(words(place), words(some.getFirst()));
        return one;
    }

    private static Map<String, String> bodyByMeeting() {
        var bodies = new HashMap<String, String>();
        MEETINGS.forEach((body, meetings) -> meetings.forEach(meeting -> bodies.put(words(meeting), body)));
        return bodies;
    }

    private static String words(String place) {
        var tokens = new Tokens(place);
        var words = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++)
            if (tokens.isWord(i) || tokens.isNumber(i))
                words.append(words.isEmpty() ? "" : " ").append(tokens.word(i));
        return words.toString();
    }

    /// One spelling for all languages; what is not known stays as it is, without capitals and accents.
    static String one(String place) {
        String words = words(place);
        return ONE_SPELLING.getOrDefault(words, words);
    }

    static boolean isKnown(String place) {
        return ONE_SPELLING.containsKey(words(place));
    }

    static Set<String> spellings() {
        return ONE_SPELLING.keySet();
    }

    /// Who met there in that year; empty where that is not known.
    static String body(String place, String year) {
        return BODY_BY_MEETING.getOrDefault(one(place) + " " + year, "");
    }
}
