package org.throughline.directory;

import java.util.Optional;

/// What a person is called, exactly as they wrote it: one line in any script, with something to see in it.
public record PersonName(String value) {

    private static final int LONGEST = 200;

    public PersonName {
        if (!isValid(value)) throw new IllegalArgumentException("Not a name");
    }

    /// What somebody typed, without the space around it; empty when it is nothing, several lines or too long.
    public static Optional<PersonName> parse(String typed) {
        String name = typed.strip();
        return isValid(name) ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    private static boolean isValid(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && name.codePoints().noneMatch(PersonName::breaksTheLine)
                && name.codePoints().anyMatch(PersonName::isVisible);
    }

    private static boolean breaksTheLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
