package org.throughline.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a new password must be: long, and not one of those that everybody tries first. No rule about kinds of
/// characters, which only makes people write `Password1!`.
public final class PasswordRules {

    public static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int TELLING = 4;

    // Kept without digits and signs, which are what people add to them to reach the length.
    private static final Set<String> WORST = Set.of(
            "",
            "password",
            "passwort",
            "motdepasse",
            "contrasena",
            "contraseña",
            "parol",
            "пароль",
            "كلمةالمرور",
            "密码",
            "passwordpassword",
            "passwordpasswordpassword",
            "qwerty",
            "qwertyuiop",
            "qwertyqwerty",
            "qwertyuiopasdfghjkl",
            "qwertzuiop",
            "azertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qazwsxedc",
            "qazwsxedcrfv",
            "йцукен",
            "йцукенгшщзхъ",
            "abcdefghijkl",
            "abcdefghijklm",
            "abcdefghijklmnop",
            "abcabcabcabc",
            "letmein",
            "letmeinplease",
            "welcome",
            "welcomewelcome",
            "iloveyou",
            "iloveyousomuch",
            "administrator",
            "adminadmin",
            "adminadminadmin",
            "changeme",
            "changemeplease",
            "changemenow",
            "trustno",
            "secret",
            "secretsecret",
            "topsecret",
            "mypassword",
            "mypasswordis",
            "correcthorsebatterystaple",
            "throughline",
            "throughlinethroughline",
            "unitednations",
            "geneva",
            "wsis");

    private PasswordRules() {}

    /// Why a password cannot be taken.
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON,
        /// It holds the person's own address.
        LIKE_THE_ADDRESS
    }

    /// What is wrong with a password that somebody with this address has chosen; empty when nothing is.
    public static Optional<Problem> problemOf(String password, EmailAddress email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of(Problem.TOO_SHORT);
        if (length > LONGEST) return Optional.of(Problem.TOO_LONG);
        String lower = password.toLowerCase(Locale.ROOT);
        if (likeTheAddress(lower, email)) return Optional.of(Problem.LIKE_THE_ADDRESS);
        return isCommon(lower) ? Optional.of(Problem.TOO_COMMON) : Optional.empty();
    }

    private static boolean likeTheAddress(String password, EmailAddress email) {
        String local = email.value().substring(0, email.value().lastIndexOf('@'));
        return password.contains(email.value()) || (local.length() >= TELLING && password.contains(local));
    }

    private static boolean isCommon(String password) {
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) return true;
        String core = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        String spelled = core.replace('@', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('3', 'e')
                .replace('1', 'l');
        return WORST.contains(lettersOf(password)) || WORST.contains(lettersOf(spelled)) || isOneRun(password);
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    // 123456789012 and abcdefghijkl: every character follows the one before it; 9 and 0 are neighbours.
    private static boolean isOneRun(String password) {
        int[] c = password.codePoints().toArray();
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < c.length; i++) {
            up &= c[i] - c[i - 1] == 1 || (c[i - 1] == '9' && c[i] == '0');
            down &= c[i - 1] - c[i] == 1 || (c[i - 1] == '0' && c[i] == '9');
        }
        return up || down;
    }
}
