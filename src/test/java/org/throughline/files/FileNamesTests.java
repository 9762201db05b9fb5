package org.throughline.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTests {

    @Test
    void ordinaryNamesStayAsTheyAre() {
        for (String name : new String[] {
            "Contribution of Kenya.pdf", "مساهمة لبنان (نهائي).docx", "意见 – 中国.odt", "Предложения №3.pdf",
                    "a;b=\"c\"&<d>'%41.pdf",
            "👩‍🔬 café.pdf", ".hidden", "CON.pdf", "-rf.pdf", "=1+1.pdf"
        }) {
            assertThat(FileNames.clean(name)).isEqualTo(name);
        }
    }

    @Test
    void pathsControlsAndTurnedDirectionsGo() {
        assertThat(FileNames.clean("C:\\Users\\amina\\a.pdf")).isEqualTo("a.pdf");
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("a\r\nSet-Cookie: x\u0000.pdf")).isEqualTo("aSet-Cookie: x.pdf");
        assertThat(FileNames.clean("annex\u202Efdp.exe")).isEqualTo("annexfdp.exe");
        assertThat(FileNames.clean("a\uD800b.pdf")).isEqualTo("ab.pdf");
    }

    @Test
    void whatIsNoNameGetsOne() {
        for (String name : new String[] {"", "   ", "..", "/", "a/", "\u0007"}) {
            assertThat(FileNames.clean(name)).isEqualTo("file");
        }
    }

    @Test
    void aVeryLongNameKeepsItsEnding() {
        String cleaned = FileNames.clean("字".repeat(400) + ".docx");
        assertThat(cleaned.codePointCount(0, cleaned.length())).isEqualTo(200);
        assertThat(cleaned).endsWith("字.docx");
    }

    @Test
    void theHeaderCarriesTheTrueNameAndAPlainOne() {
        assertThat(FileNames.attachmentHeader("a\"b;c/é 字%.pdf"))
                .isEqualTo(
                        "attachment; filename=\"a_b_c__ __.pdf\"; filename*=UTF-8''a%22b%3Bc%2F%C3%A9%20%E5%AD%97%25.pdf");
    }
}
