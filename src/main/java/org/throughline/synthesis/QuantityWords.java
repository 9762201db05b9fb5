package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the quantity words of a sentence in the six languages, with their inflected forms. Longer phrases win over
/// the words inside them: "nearly all" is not "all", and "not all" says nothing that could be held to a share.
public final class QuantityWords {

    private record Rule(Pattern pattern, Map<String, Quantity> classes, Map<Quantity, String> first) {}

    /// A quantity word where it stands in a sentence.
    public record Found(String word, Quantity quantity, int start, int end) {}

    private static final String WHOLE_WORDS = "(?<![\\p{L}\\p{N}])(%s)(?![\\p{L}\\p{N}])";

    // In each language first what only looks like a quantity, then the words of each class, the strongest first.
    private static final Map<String, Rule> RULES = Map.of(
            "en",
            rule(
                    WHOLE_WORDS,
                    "not all, not every, not many, above all, at all, all the same, at most, most of all, most recently, all over",
                    "all, every, everyone, everybody, unanimously, each and every, without exception",
                    "nearly all, almost all, nearly every, almost every, virtually all, the great majority, a great majority, the vast majority, a vast majority, the overwhelming majority, an overwhelming majority, a large majority",
                    "most, the majority, a majority",
                    "many, numerous, a large number, a great number, a great many, a good many",
                    "several, various, a number of",
                    "some",
                    "few, a few, very few, a handful"),
            "fr",
            rule(
                    WHOLE_WORDS,
                    "pas tous, pas toutes, avant tout, du tout, surtout, tout d’abord, tout d'abord, un peu, à peu près, tout en",
                    "tous, toutes, la totalité, l’ensemble des contributions, l'ensemble des contributions, à l’unanimité, à l'unanimité, chacun, chacune",
                    "presque tous, presque toutes, la quasi-totalité, la grande majorité, une grande majorité, la très grande majorité, une très grande majorité, l’immense majorité, l'immense majorité, une écrasante majorité",
                    "la plupart, la majorité, une majorité",
                    "beaucoup, de nombreux, de nombreuses, nombreux, nombreuses, bon nombre, un grand nombre",
                    "plusieurs, divers, diverses, différents, différentes, un certain nombre",
                    "certains, certaines, quelques, quelques-uns, quelques-unes, d’aucuns",
                    "peu, très peu, rares, de rares, une poignée, un petit nombre"),
            "es",
            rule(
                    WHOLE_WORDS,
                    "no todos, no todas, sobre todo, ante todo, del todo, un poco",
                    "todos, todas, la totalidad, por unanimidad, cada una, cada uno",
                    "casi todos, casi todas, la casi totalidad, la práctica totalidad, la gran mayoría, una gran mayoría, la inmensa mayoría, una inmensa mayoría, una abrumadora mayoría",
                    "la mayoría, una mayoría, la mayor parte",
                    "muchos, muchas, numerosos, numerosas, un gran número, gran cantidad",
                    "varios, varias, diversos, diversas, un número de, diferentes",
                    "algunos, algunas, ciertos, ciertas, unos cuantos, unas cuantas",
                    "pocos, pocas, muy pocos, muy pocas, unos pocos, unas pocas, escasos, escasas, un puñado"),
            "ru",
            rule(
                    WHOLE_WORDS,
                    "не все, не всех, прежде всего, всего, ещё, все же, всё же",
                    "все, всех, всем, всеми, каждый, каждая, каждое, единогласно, без исключения",
                    "почти все, почти всех, почти всем, почти всеми, практически все, практически всех, подавляющее большинство, подавляющего большинства, подавляющему большинству, подавляющим большинством, подавляющем большинстве",
                    "большинство, большинства, большинству, большинством, большинстве, бо́льшая часть, бо́льшей части, большая часть, большей части",
                    "многие, многих, многим, многими, многочисленные, многочисленных, множество, множества, много",
                    "несколько, нескольких, нескольким, несколькими, ряд, ряда, ряде, рядом, различные, различных",
                    "некоторые, некоторых, некоторым, некоторыми, отдельные, отдельных, часть",
                    "немногие, немногих, немногим, немногими, мало, единичные, единичных, немногочисленные"),
            "ar",
            rule(
                    "(?<![\\p{L}\\p{N}])[وفبلك]?(?:لل|ال)?(%s)(?:هم|ها|هما)?(?![\\p{L}\\p{N}])",
                    "ليس كل, ليس جميع, بشكل كلي, قبل كل شيء",
                    "جميع, كل, كافة, بالإجماع, إجماع",
                    "غالبية العظمى, غالبية الساحقة, أغلبية العظمى, أغلبية الساحقة, سواد الأعظم, تقريباً جميع, تقريبا جميع, تقريباً كل, تقريبا كل, ما يقرب من جميع",
                    "معظم, أغلب, أغلبية, غالبية, أكثرية, جل",
                    "كثير, كثيرون, كثيرين, كثيرة, العديد, عديد, عديدة, عدد كبير",
                    "عدة, عدد من, عدداً من, مختلف",
                    "بعض, بعضاً",
                    "قليل, قليلة, قلة, عدد قليل, عدد محدود, نادر"),
            "zh",
            rule(
                    "(%s)",
                    "并非所有, 不是所有, 大部分时间, 部分之一, 组成部分, 部分地区, 私营部分, 多个国家和地区",
                    "所有, 全部, 全体, 一致, 每一份, 每个, 各方均",
                    "绝大多数, 绝大部分, 几乎所有, 几乎全部, 几乎每份",
                    "大多数, 多数, 大部分, 半数以上, 过半",
                    "许多, 很多, 众多, 不少, 大量",
                    "若干, 多个, 多份, 数份, 好几, 几个, 几份, 多方",
                    "一些, 有些, 部分, 某些, 有的",
                    "少数, 极少数, 个别, 很少, 寥寥"));

    private QuantityWords() {}

    /// @param lists the words of each class of [Quantity], in its order
    private static Rule rule(String frame, String onlyAlike, String... lists) {
        Map<String, Quantity> classes = new HashMap<>();
        Map<Quantity, String> first = new EnumMap<>(Quantity.class);
        List<String> all = new ArrayList<>(words(onlyAlike));
        for (Quantity quantity : Quantity.values()) {
            List<String> words = words(lists[quantity.ordinal()]);
            all.addAll(words);
            words.forEach(word -> classes.put(word, quantity));
            first.put(quantity, words.getFirst());
        }
        String alternatives = all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Rule(Pattern.compile(frame.formatted(alternatives), flags), classes, first);
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    /// The quantity words of a sentence in one of the six languages, in the order in which they stand.
    public static List<Found> in(String sentence, String language) {
        Rule rule = RULES.get(language);
        if (rule == null) return List.of();
        List<Found> found = new ArrayList<>();
        Matcher matcher = rule.pattern().matcher(sentence);
        while (matcher.find()) {
            String word = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            Quantity quantity = rule.classes().get(word);
            if (quantity != null) found.add(new Found(matcher.group(1), quantity, matcher.start(1), matcher.end(1)));
        }
        return found;
    }

    /// The plainest word of each class in a language, the strongest class first.
    public static Map<Quantity, String> plainest(String language) {
        Rule rule = RULES.get(language);
        return rule == null ? Map.of() : rule.first();
    }

    /// The words of a class in a language, for the page that explains the bands.
    public static Map<Quantity, List<String>> of(String language) {
        Map<Quantity, List<String>> words = new EnumMap<>(Quantity.class);
        Rule rule = RULES.get(language);
        if (rule == null) return words;
        rule.classes()
                .forEach((word, quantity) ->
                        words.computeIfAbsent(quantity, q -> new ArrayList<>()).add(word));
        words.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        return words;
    }
}
