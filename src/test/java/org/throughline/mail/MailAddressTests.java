package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailAddressTests {

    @Test
    void oneMailboxIsTaken() {
        for (String typed :
                new String[] {"amina@example.org", " o'neil+wsis@itu.int ", "a.b@localhost", "x@exämple.org", "x@例え.jp"
                }) {
            assertThat(MailAddress.parse(typed)).map(MailAddress::value).contains(typed.strip());
        }
        assertThat(new MailAddress("x@exämple.org").wire()).isEqualTo("x@xn--exmple-cua.org");
    }

    @Test
    void everythingElseIsRefused() {
        for (String typed : new String[] {
            "",
            "amina",
            "@example.org",
            "a@",
            "a b@example.org",
            "a@example.org\r\nBcc: b@example.org",
            "a@example.org,b@example.org",
            "a@b@example.org",
            "Amina <a@example.org>",
            "a(comment)@example.org",
            "\"a b\"@example.org",
            ".a@example.org",
            "a..b@example.org",
            "a@-example.org",
            "a@example..org",
            "a@[127.0.0.1]",
            "a\u0000@example.org",
            "a@exam\u2028ple.org",
            "x".repeat(65) + "@example.org",
            "a@" + "x.".repeat(130) + "org"
        }) {
            assertThat(MailAddress.parse(typed)).as(typed).isEmpty();
        }
    }
}
