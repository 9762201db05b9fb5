package org.throughline.vocabulary;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses whether a text is in one of the six UN languages or in Portuguese: by script, and for Latin letters by
/// the small words every sentence needs. Says “unknown” for short, mixed and other texts rather than guessing; a
/// person can always say otherwise.
public final class LanguageDetector {

    public static final String UNKNOWN = "und";

    private static final int ENOUGH = 4000;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern ADDRESSES =
            Pattern.compile("(?:https?://|www\\.)[\\x21-\\x7e]++|[\\w.+-]++@[\\w.-]++");

    /// Letters that Persian, Urdu, Pashto, Kurdish and Uyghur have and Arabic has not.
    private static final String NOT_ARABIC = "پچژگکیٹڈڑےۆەښځڭ";

    /// Letters that Ukrainian, Belarusian, Serbian, Kazakh and others have and Russian has not.
    private static final String NOT_RUSSIAN = "іїєґўјљњћђџѓќәғқңөұүһѕ";

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    words(
                            "the of and to in is that for are with as on by this be or from which it an we have not at their has our was "
                                    + "were will all can should would more any been one no such may shall everyone his its these who there but if"),
            "fr",
                    words(
                            "le la les des et du en un une que est dans pour qui sur par au aux avec ce ne pas sont cette il nous ou leur "
                                    + "à l d qu s n c sa son ses leurs tout toute tous peut être ni sans aussi où nul chacun elle mais plus comme"),
            "es",
                    words(
                            "el la los las de y en que del un una por con para se es al como su lo más sus no son este entre o esta "
                                    + "a toda todo todos tiene ni sin sobre ser ha han ya pero muy sino nadie cada también hay desde"),
            "pt",
                    words(
                            "o a os as de e em que do da dos das um uma para com por no na nos nas é não se ao à mais pela pelo são "
                                    + "ou seu sua todo toda tem ser sem nem foi também já muito há às aos"),
            // Not ours to name, but to keep apart from the four above.
            "de",
                    words(
                            "der die das und ist zu den von mit nicht ein eine auf für im des dem sich auch wird als werden oder"),
            "it",
                    words(
                            "il di che la e per in un una del della dei le è con non si sono gli nel alla da delle più anche questo"),
            "nl",
                    words(
                            "de het een van en in is dat op te zijn voor met niet aan er om ook als bij door naar wordt deze"),
            "id",
                    words(
                            "yang dan di dari untuk dengan pada ini dalam tidak itu adalah ke oleh atau sebagai akan juga para"),
            "tr", words("ve bir bu için ile de da olarak olan daha çok gibi en ya her ne kadar sonra içinde"),
            "ro", words("și de în la a cu pe din pentru este un o care nu mai sunt prin al ale sau"));
    /// The same the other way round: which languages a small word belongs to.
    private static final Map<String, List<String>> OWNERS = owners();

    private static final Set<String> NAMED = Set.of("en", "fr", "es", "pt");

    private LanguageDetector() {}

    public static DetectedLanguage detect(String text) {
        var sample = withoutAddresses(text.length() > ENOUGH ? text.substring(0, ENOUGH) : text);
        var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        int[] ascii = {0};
        sample.codePoints().filter(Character::isLetter).forEach(c -> {
            if (c < 0x80) ascii[0]++;
            else letters.merge(UnicodeScript.of(c), 1, Integer::sum);
        });
        if (ascii[0] > 0) letters.merge(UnicodeScript.LATIN, ascii[0], Integer::sum);
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (all < 2) return DetectedLanguage.UNKNOWN;
        // One Chinese character says about as much as three letters.
        int han = 3 * letters.getOrDefault(UnicodeScript.HAN, 0);
        int weight = all + han * 2 / 3;
        double arabic = share(letters, UnicodeScript.ARABIC, weight);
        double cyrillic = share(letters, UnicodeScript.CYRILLIC, weight);
        double latin = share(letters, UnicodeScript.LATIN, weight);
        if ((double) han / weight > 0.5) return chinese(letters, (double) han / weight);
        if (arabic > 0.5) return unlessForeign("ar", sample, NOT_ARABIC, arabic);
        if (cyrillic > 0.5) return unlessForeign("ru", sample, NOT_RUSSIAN, cyrillic);
        return latin > 0.5 ? bySmallWords(sample, latin) : DetectedLanguage.UNKNOWN;
    }

    private static String withoutAddresses(String text) {
        // “n/a” is no French, though its letters are.
        String said = text.replace("n/a", " ").replace("N/A", " ");
        boolean none = text.indexOf('@') < 0 && !text.contains("://") && !text.contains("www.");
        return none ? said : ADDRESSES.matcher(said).replaceAll(" ");
    }

    private static Map<String, List<String>> owners() {
        var owners = new HashMap<String, List<String>>();
        SMALL_WORDS.forEach((language, words) -> words.forEach(
                word -> owners.computeIfAbsent(word, key -> new ArrayList<>()).add(language)));
        return owners;
    }

    private static double share(Map<UnicodeScript, Integer> letters, UnicodeScript script, int all) {
        return (double) letters.getOrDefault(script, 0) / all;
    }

    private static DetectedLanguage chinese(Map<UnicodeScript, Integer> letters, double share) {
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int hangul = letters.getOrDefault(UnicodeScript.HANGUL, 0);
        return kana + hangul > letters.get(UnicodeScript.HAN) / 10
                ? DetectedLanguage.UNKNOWN
                : new DetectedLanguage("zh", share);
    }

    private static DetectedLanguage unlessForeign(String code, String sample, String foreign, double share) {
        var lower = sample.toLowerCase(Locale.ROOT);
        long strange = lower.chars().filter(c -> foreign.indexOf(c) >= 0).count();
        return strange * 50 > lower.chars().filter(Character::isLetter).count()
                ? DetectedLanguage.UNKNOWN
                : new DetectedLanguage(code, share);
    }

    private static DetectedLanguage bySmallWords(String sample, double latin) {
        var words = NOT_LETTERS.split(sample.toLowerCase(Locale.ROOT));
        var hits = new HashMap<String, Double>();
        for (var word : words) {
            List<String> owners = OWNERS.getOrDefault(word, List.of());
            // A word that only one language has says more than one that four share.
            for (var owner : owners) hits.merge(owner, 1.0 / owners.size(), Double::sum);
        }
        var best = best(hits, "");
        var second = best(hits, best);
        double first = hits.getOrDefault(best, 0.0);
        double lead = first - hits.getOrDefault(second, 0.0);
        boolean enough = first >= 1 && first / words.length > 0.07;
        if (!enough || lead <= 0 || !NAMED.contains(best)) return DetectedLanguage.UNKNOWN;
        double sure = Math.min(1, lead / first) * Math.min(1, 0.4 + first / 10);
        return new DetectedLanguage(best, sure * latin);
    }

    private static String best(Map<String, Double> hits, String but) {
        return hits.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(but))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Set<String> words(String blankSeparated) {
        return Set.of(blankSeparated.split(" "));
    }
}
