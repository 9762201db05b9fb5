package org.throughline.operations.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Words of six languages for texts that are to be searched: thirty thousand a language, of which the most frequent
/// are real words of the field and the rest are made up of the language's letters, drawn by Zipf's law with the
/// exponent 1.05 as in texts of this size, so that an index has few long lists and very many short ones.
final class ManyWords {

    private static final int SIZE = 30_000;
    private static final double EXPONENT = 1.05;
    private static final Map<String, String[]> BEGINNINGS = Map.of(
            "en",
                    "ba be bri co cha de dro fa fle ga gro ha in ka lo ma ne o pa pla qui re sa sto ta tre u vi wa ze"
                            .split(" "),
            "fr",
                    "bou ce cha dé é fi fleu gran hau in je lou ma mé nou œu par plu qua ré sou tran u vie voi"
                            .split(" "),
            "es", "ba ce cho de es fue gra ha in ju lla ma nue ojo pa que rí sa tie u va ye zo".split(" "),
            "ru", "ба ве гра до жи за ин ка ло мо на об по пре ра со тру у фор хо це чи шо".split(" "),
            "ar", "با تم جد حر خل دف را زم سل شر صن ضم طل عب غر فت قد كت لم مح نظ هد وس يس".split(" "),
            "zh", "山 水 田 林 城 乡 云 电 光 海 桥 路 学 医 农 渔 商 工 法 信 声 图 书 网".split(" "));
    private static final Map<String, String[]> ENDINGS = Map.of(
            "en", "ment ton ling ster nal ver ding gate lum ric mond dle tion fer sk".split(" "),
            "fr", "ment tion teur lier ronne ville que sage rence tude ble vret".split(" "),
            "es", "miento ción dor lero ruda villa que saje rencia tud ble vez".split(" "),
            "ru", "ние ость тель ский лог ница град ство дел мир ток вод".split(" "),
            "ar", "ية ات ين ون ان ار ال اد اس يم وق اح".split(" "),
            "zh", "区 县 站 点 库 室 社 院 馆 所 台 厂 村 港 湾 园".split(" "));

    private final Map<String, List<String>> words = new HashMap<>();
    private final double[] cumulative = new double[SIZE];

    ManyWords() {
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) cumulative[rank] = sum += 1 / Math.pow(rank + 1, EXPONENT);
        for (String language : BEGINNINGS.keySet()) words.put(language, made(language));
    }

    private static List<String> made(String language) {
        var random = new SplittableRandom(language.hashCode());
        Set<String> seen = new HashSet<>();
        List<String> made = new ArrayList<>();
        for (String word : SampleText.frequent(language)) if (seen.add(word)) made.add(word);
        String[] beginnings = BEGINNINGS.get(language);
        String[] endings = ENDINGS.get(language);
        while (made.size() < SIZE) {
            var word = new StringBuilder();
            for (int i = 1 + random.nextInt(3); i > 0; i--) word.append(beginnings[random.nextInt(beginnings.length)]);
            word.append(endings[random.nextInt(endings.length)]);
            if (seen.add(word.toString())) made.add(word.toString());
        }
        return made;
    }

    /// One word, frequent ones more often.
    String word(String language, RandomGenerator random) {
        return words.get(language).get(rank(random));
    }

    /// The word of a rank, 0 being the most frequent.
    String word(String language, int rank) {
        return words.get(language).get(rank);
    }

    private int rank(RandomGenerator random) {
        double wanted = random.nextDouble() * cumulative[SIZE - 1];
        int low = 0;
        int high = SIZE - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < wanted) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// So many words in sentences.
    String text(String language, int count, RandomGenerator random) {
        boolean chinese = language.equals("zh");
        var text = new StringBuilder(count * 7);
        int left = 0;
        for (int i = 0; i < count; i++) {
            boolean first = left == 0;
            if (first) left = 8 + random.nextInt(16);
            String word = word(language, random);
            if (!text.isEmpty() && !chinese) text.append(' ');
            text.append(first && !chinese ? capital(word) : word);
            if (--left == 0 || i == count - 1) text.append(chinese ? "。" : ".");
        }
        return text.toString();
    }

    /// So many words without an end, as a title.
    String title(String language, int count, RandomGenerator random) {
        var title = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0 && !language.equals("zh")) title.append(' ');
            // Titles have hardly any of the twenty small words that hold sentences together.
            String word = words.get(language).get(Math.min(SIZE - 1, 20 + rank(random)));
            title.append(i == 0 ? capital(word) : word);
        }
        return title.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
