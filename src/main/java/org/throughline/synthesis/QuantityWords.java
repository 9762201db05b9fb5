package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the quantity words of a sentence in the six languages, with their inflected forms. Longer phrases win over
/// the words inside them: "nearly all" is not "all", and "not all" says nothing that could be held to a share.
public final class QuantityWords {

    private static final String NONE = "none";

    private record Rule(Pattern pattern, Map<String, Quantity> classes, Map<Quantity, String> first) {}

    /// A quantity word where it stands in a sentence.
    public record Found(String word, Quantity quantity, int start, int end) {}

    private static final Map<String, Rule> RULES = Map.of(
            "en",
                    rule(
                            "(?<![\\p{L}\\p{N}])(%s)(?![\\p{L}\\p{N}])",
                            Map.of(
                                    NONE,
                                    "not all, not every, not many, above all, at all, all the same, at most, most of all, most recently, all over",
                                    Quantity.ALL.word(),
                                    "all, every, everyone, everybody, unanimously, each and every, without exception",
                                    Quantity.MOST.word(),
                                    "most, the majority, a majority",
                                    Quantity.NEARLY_ALL.word(),
                                    "nearly all, almost all, nearly every, almost every, virtually all, the great majority, a great majority, the vast majority, a vast majority, the overwhelming majority, an overwhelming majority, a large majority",
                                    Quantity.MANY.word(),
                                    "many, numerous, a large number, a great number, a great many, a good many",
                                    Quantity.SEVERAL.word(),
                                    "several, various, a number of",
                                    Quantity.SOME.word(),
                                    "some",
                                    Quantity.FEW.word(),
                                    "few, a few, very few, a handful")),
            "fr",
                    rule(
                            "(?<![\\p{L}\\p{N}])(%s)(?![\\p{L}\\p{N}])",
                            Map.of(
                                    NONE,
                                    "pas tous, pas toutes, avant tout, du tout, surtout, tout d’abord, tout d'abord, un peu, à peu près, tout en",
                                    Quantity.ALL.word(),
                                    "tous, toutes, la totalité, l’ensemble des contributions, l'ensemble des contributions, à l’unanimité, à l'unanimité, chacun, chacune",
                                    Quantity.MOST.word(),
                                    "la plupart, la majorité, une majorité",
                                    Quantity.NEARLY_ALL.word(),
                                    "presque tous, presque toutes, la quasi-totalité, la grande majorité, une grande majorité, la très grande majorité, une très grande majorité, l’immense majorité, l'immense majorité, une écrasante majorité",
                                    Quantity.MANY.word(),
                                    "beaucoup, de nombreux, de nombreuses, nombreux, nombreuses, bon nombre, un grand nombre",
                                    Quantity.SEVERAL.word(),
                                    "plusieurs, divers, diverses, différents, différentes, un certain nombre",
                                    Quantity.SOME.word(),
                                    "certains, certaines, quelques, quelques-uns, quelques-unes, d’aucuns",
                                    Quantity.FEW.word(),
                                    "peu, très peu, rares, de rares, une poignée, un petit nombre")),
            "es",
                    rule(
                            "(?<![\\p{L}\\p{N}])(%s)(?![\\p{L}\\p{N}])",
                            Map.of(
                                    NONE,
                                    "no todos, no todas, sobre todo, ante todo, del todo, un poco",
                                    Quantity.ALL.word(),
                                    "todos, todas, la totalidad, por unanimidad, cada una, cada uno",
                                    Quantity.MOST.word(),
                                    "la mayoría, una mayoría, la mayor parte",
                                    Quantity.NEARLY_ALL.word(),
                                    "casi todos, casi todas, la casi totalidad, la práctica totalidad, la gran mayoría, una gran mayoría, la inmensa mayoría, una inmensa mayoría, una abrumadora mayoría",
                                    Quantity.MANY.word(),
                                    "muchos, muchas, numerosos, numerosas, un gran número, gran cantidad",
                                    Quantity.SEVERAL.word(),
                                    "varios, varias, diversos, diversas, un número de, diferentes",
                                    Quantity.SOME.word(),
                                    "algunos, algunas, ciertos, ciertas, unos cuantos, unas cuantas",
                                    Quantity.FEW.word(),
                                    "pocos, pocas, muy pocos, muy pocas, unos pocos, unas pocas, escasos, escasas, un puñado")),
            "ru",
                    rule(
                            "(?<![\\p{L}\\p{N}])(%s)(?![\\p{L}\\p{N}])",
                            Map.of(
                                    NONE,
                                    "не все, не всех, прежде всего, всего, ещё, все же, всё же",
                                    Quantity.ALL.word(),
                                    "все, всех, всем, всеми, каждый, каждая, каждое, единогласно, без исключения",
                                    Quantity.MOST.word(),
                                    "большинство, большинства, большинству, большинством, большинстве, бо́льшая часть, бо́льшей части, большая часть, большей части",
                                    Quantity.NEARLY_ALL.word(),
                                    "почти все, почти всех, почти всем, почти всеми, практически все, практически всех, подавляющее большинство, подавляющего большинства, подавляющему большинству, подавляющим большинством, подавляющем большинстве",
                                    Quantity.MANY.word(),
                                    "многие, многих, многим, многими, многочисленные, многочисленных, множество, множества, много",
                                    Quantity.SEVERAL.word(),
                                    "несколько, нескольких, нескольким, несколькими, ряд, ряда, ряде, рядом, различные, различных",
                                    Quantity.SOME.word(),
                                    "некоторые, некоторых, некоторым, некоторыми, отдельные, отдельных, часть",
                                    Quantity.FEW.word(),
                                    "немногие, немногих, немногим, немногими, мало, единичные, единичных, немногочисленные")),
            "ar",
                    rule(
                            "(?<![\\p{L}\\p{N}])[وفبلك]?(?:لل|ال)?(%s)(?:هم|ها|هما)?(?![\\p{L}\\p{N}])",
                            Map.of(
                                    NONE,
                                    "ليس كل, ليس جميع, بشكل كلي, قبل كل شيء",
                                    Quantity.ALL.word(),
                                    "جميع, كل, كافة, بالإجماع, إجماع",
                                    Quantity.MOST.word(),
                                    "معظم, أغلب, أغلبية, غالبية, أكثرية, جل",
                                    Quantity.NEARLY_ALL.word(),
                                    "غالبية العظمى, غالبية الساحقة, أغلبية العظمى, أغلبية الساحقة, سواد الأعظم, تقريباً جميع, تقريبا جميع, تقريباً كل, تقريبا كل, ما يقرب من جميع",
                                    Quantity.MANY.word(),
                                    "كثير, كثيرون, كثيرين, كثيرة, العديد, عديد, عديدة, عدد كبير",
                                    Quantity.SEVERAL.word(),
                                    "عدة, عدد من, عدداً من, مختلف",
                                    Quantity.SOME.word(),
                                    "بعض, بعضاً",
                                    Quantity.FEW.word(),
                                    "قليل, قليلة, قلة, عدد قليل, عدد محدود, نادر")),
            "zh",
                    rule(
                            "(%s)",
                            Map.of(
                                    NONE,
                                    "并非所有, 不是所有, 大部分时间, 部分之一, 组成部分, 部分地区, 私营部分, 多个国家和地区",
                                    Quantity.ALL.word(),
                                    "所有, 全部, 全体, 一致, 每一份, 每个, 各方均",
                                    Quantity.MOST.word(),
                                    "大多数, 多数, 大部分, 半数以上, 过半",
                                    Quantity.NEARLY_ALL.word(),
                                    "绝大多数, 绝大部分, 几乎所有, 几乎全部, 几乎每份",
                                    Quantity.MANY.word(),
                                    "许多, 很多, 众多, 不少, 大量",
                                    Quantity.SEVERAL.word(),
                                    "若干, 多个, 多份, 数份, 好几, 几个, 几份, 多方",
                                    Quantity.SOME.word(),
                                    "一些, 有些, 部分, 某些, 有的",
                                    Quantity.FEW.word(),
                                    "少数, 极少数, 个别, 很少, 寥寥")));

    private QuantityWords() {}

    private static Rule rule(String frame, Map<String, String> words) {
        Map<String, Quantity> classes = new java.util.HashMap<>();
        Map<Quantity, String> first = new EnumMap<>(Quantity.class);
        List<String> all = new ArrayList<>();
        words.forEach((name, list) -> Arrays.stream(list.split(","))
                .map(String::strip)
                .forEach(word -> {
                    all.add(word);
                    if (name.equals(NONE)) return;
                    Quantity quantity = Quantity.of(name);
                    classes.put(word, quantity);
                    first.putIfAbsent(quantity, word);
                }));
        String alternatives = all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Rule(Pattern.compile(frame.formatted(alternatives), flags), classes, first);
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
