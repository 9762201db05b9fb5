package org.throughline.platform;

import java.security.SecureRandom;
import java.util.Locale;

/// The short code by which people find a draft again on another machine. It opens nothing by itself: only its owner,
/// signed in, gets there.
public final class ResumeCode {

    // Without letters and digits that are mistaken for each other when read out or copied by hand.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ResumeCode() {}

    public static String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        return code.toString();
    }

    /// As it is written for people, in two groups.
    public static String shown(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /// What somebody typed, with or without the hyphen and in small letters, as it is stored.
    public static String typed(String typed) {
        return typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
