package org.throughline.suggestions;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/// Takes the endings off folded words of one language, with the stemmers that the search uses too: Snowball's for
/// English, French, Russian and Spanish, the light one for Arabic. Not for several threads at once.
final class Stems {

    private static final Map<String, Supplier<SnowballStemmer>> SNOWBALL = Map.of(
            "en", EnglishStemmer::new,
            "fr", FrenchStemmer::new,
            "ru", RussianStemmer::new,
            "es", SpanishStemmer::new);

    /// Words that hold sentences together. They stand in no term, so that “accès aux informations” is found by
    /// “accès à l’information”.
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    words(
                            "a an the of and or to in on at by for from with as is are be was were been this that these those it its "
                                    + "their our his her we they you your which who has have had will can may not no s t such than then there "
                                    + "also into more most other between through all any each how when where what so but if do does under over "
                                    + "per via about within among both would should could must some one two"),
            "fr",
                    words(
                            "le la les l un une des de du d et ou a au aux en dans par pour sur avec sans ce cette ces cet son sa ses "
                                    + "leur leurs notre nos votre vos qui que qu dont est sont ete etre ne pas plus se s n c il elle ils elles "
                                    + "nous vous on y entre vers afin ainsi"),
            "es",
                    words(
                            "el la los las un una unos unas de del y e o u a al en por para con sin su sus este esta estos estas que se es "
                                    + "son ser lo como mas no nuestro nuestra entre sobre desde hasta"),
            "ru",
                    words(
                            "и в во на с со к ко по о об от до из за у не но а или для при над под это как что его ее их мы вы они он она "
                                    + "который которые также быть был была были есть же ли бы"),
            "ar",
                    words(
                            "في من الي علي عن مع و او ان التي الذي هذا هذه ذلك تلك كل كان كانت قد لا ما هو هي هم بين بعد قبل عند حول لدي "
                                    + "الذين ثم حيث كما اي منها فيها"),
            "zh", words("的 了 和 与 及 在 是 为 对 以 等 其 将 之 或 并 于"));

    private static final Pattern AND_BEFORE_MORE = Pattern.compile("^[وف](?=(لل|بال|كال)..)");

    private final String language;
    private final SnowballStemmer snowball;
    private final ArabicStemmer arabic = new ArabicStemmer();

    Stems(String language) {
        this.language = language;
        this.snowball = SNOWBALL.getOrDefault(language, EnglishStemmer::new).get();
    }

    static boolean isSmall(String language, String word) {
        return SMALL_WORDS.getOrDefault(language, Set.of()).contains(word);
    }

    String stem(String word) {
        if (language.equals("zh")) return word;
        if (language.equals("ar")) return arabic(word);
        snowball.setCurrent(word);
        snowball.stem();
        return snowball.getCurrent();
    }

    /// What the beginning of a word is compared with: the word, in Arabic without its article and joined particles.
    String beginning(String word) {
        if (!language.equals("ar")) return word;
        char[] letters = withoutAnd(word).toCharArray();
        return new String(letters, 0, arabic.stemPrefix(letters, letters.length));
    }

    // The stemmer takes one particle off, and of "and for the farmers", written as one word, only the "and".
    private static String withoutAnd(String word) {
        return AND_BEFORE_MORE.matcher(word).replaceFirst("");
    }

    private String arabic(String word) {
        char[] letters = withoutAnd(word).toCharArray();
        return new String(letters, 0, arabic.stem(letters, letters.length));
    }

    private static Set<String> words(String blankSeparated) {
        return Set.copyOf(Arrays.asList(blankSeparated.split(" ")));
    }
}
