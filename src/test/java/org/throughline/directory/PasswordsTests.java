package org.throughline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void whatIsLongerThanAnyPasswordIsWrongWithoutBeingHashed() {
        String longest = "a".repeat(1024);
        assertThat(passwords.match(longest, passwords.hash(longest))).isTrue();
        String longer = "a".repeat(1025);
        assertThat(passwords.match(longer, passwords.hash(longer))).isFalse();
    }
}
