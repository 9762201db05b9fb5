package org.throughline.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document's symbol as somebody wrote it, taken apart: `CWG-WSIS&SDG-40/12`, `cwg-wsis & sdg-40/12-f`,
/// `WG-WSIS-31/11-E Rev. 1`, `PP-14/20(Add.1)-E`, `E/CN.16/2007/CRP.2*`. Spellings of one symbol have one key.
///
/// @param stem without language and change, in capitals and without spaces
/// @param change what it says it is of another document
/// @param number of the change; 0 for none
/// @param language that a letter in it names; empty where none does
public record DocumentSymbol(String stem, Change change, int number, String language) {

    private static final int LONGEST = 120;
    private static final Pattern MODIFIED = Pattern.compile("(.+?)[-(,]?(REV|ADD|CORR)[.-]?(\\d{1,3})\\)?(-[EFSRCA])?");
    private static final Pattern LETTERED = Pattern.compile("(.+\\d)-([EFSRCA])");
    private static final Pattern LEADING_ZEROS = Pattern.compile("/0+(?=\\d)");
    private static final Pattern FORM = Pattern.compile("[\\p{Lu}\\p{Nd}][\\p{Lu}\\p{Nd}&./*()+-]*");

    /// Nothing for what cannot be a symbol.
    public static Optional<DocumentSymbol> read(String written) {
        if (written.isBlank() || written.length() > LONGEST) return Optional.empty();
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\s\\u200B\\u2060_]+", "")
                // The ledger's paths have no ampersand.
                .replace('~', '&')
                .toUpperCase(Locale.ROOT)
                .replace("&SDGS", "&SDG");
        String language = "";
        Change change = Change.NONE;
        int number = 0;
        Matcher modified = MODIFIED.matcher(plain);
        if (modified.matches()) {
            plain = modified.group(1);
            change = Change.of(modified.group(2).toLowerCase(Locale.ROOT));
            number = Integer.parseInt(modified.group(3));
            if (modified.group(4) != null) language = language(modified.group(4).charAt(1));
        }
        Matcher lettered = LETTERED.matcher(plain);
        if (lettered.matches()) {
            plain = lettered.group(1);
            language = language(lettered.group(2).charAt(0));
        }
        plain = LEADING_ZEROS.matcher(plain).replaceAll("/");
        if (!FORM.matcher(plain).matches() || plain.chars().noneMatch(Character::isDigit)) return Optional.empty();
        return Optional.of(new DocumentSymbol(plain, change, number, language));
    }

    private static String language(char letter) {
        return switch (letter) {
            case 'A' -> "ar";
            case 'C' -> "zh";
            case 'F' -> "fr";
            case 'R' -> "ru";
            case 'S' -> "es";
            default -> "en";
        };
    }

    /// The same for every spelling of it, and for every language that it may name.
    public String key() {
        return change == Change.NONE ? stem : stem + "-" + change.word().toUpperCase(Locale.ROOT) + number;
    }

    /// Of the document that this one changes, or of itself.
    public String rootKey() {
        return stem;
    }

    /// How it stands in an address behind `/documents/`.
    public String address() {
        return change == Change.NONE ? stem : stem + "-" + change.written() + number;
    }

    /// The name under which the ledger has it, whose paths know fewer signs than symbols do.
    public static String subject(String address) {
        return "documents/" + address.replaceAll("[^A-Za-z0-9._:/-]", "~");
    }
}
