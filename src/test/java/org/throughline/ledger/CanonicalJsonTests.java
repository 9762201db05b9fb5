package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersArePrintedAsTheStandardLists(String bits, String text) {
        double value = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
        assertThat(CanonicalJson.text(value)).isEqualTo(text);
    }

    @Test
    void whatIsEqualHasOneText() {
        assertThat(CanonicalJson.text(JSON.readTree("[1, 1.0, 1e0, 10e-1, -0, 1E2, 0.50]")))
                .isEqualTo("[1,1,1,1,0,100,0.5]");
        assertThat(CanonicalJson.text(List.of(1, 1L, 1.0, new BigDecimal("1.00"), BigInteger.ONE)))
                .isEqualTo("[1,1,1,1,1]");
        assertThat(CanonicalJson.text(new BigDecimal("0.1"))).isEqualTo("0.1");
    }

    @Test
    void whatADoubleCannotHoldIsRefused() {
        for (Number number : new Number[] {
            9007199254740993L,
            new BigInteger("100000000000000000000001"),
            new BigDecimal("0.10000000000000000001"),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            new BigDecimal("1e400"),
            0.1f
        }) {
            assertThatThrownBy(() -> CanonicalJson.text(number)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keysAreSortedByUtf16CodeUnit() {
        var map = new LinkedHashMap<String, Object>();
        // U+1F600 begins with the code unit D83D and so goes before U+FB33, though its code point is larger.
        for (String key : List.of("\ufb33", "\ud83d\ude00", "\u20ac", "\r", "1", "\u0080", "\u00f6")) map.put(key, 1);
        assertThat(JSON.readTree(CanonicalJson.text(map)).propertyNames())
                .containsExactly("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
        assertThat(CanonicalJson.text(
                        JSON.readTree("{\"b\": {\"z\": [], \"a\": {}}, \"a\": null, \"B\": [true, false]}")))
                .isEqualTo("{\"B\":[true,false],\"a\":null,\"b\":{\"a\":{},\"z\":[]}}");
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        assertThat(CanonicalJson.text("\u20ac$\u000f\nA'B\"\\\"/\u007f\u2028<>&"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\u2028<>&\"");
        assertThat(CanonicalJson.text("\b\t\n\f\r\u0000\u001f")).isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "undefined",
                "null",
                "true",
                "-0",
                "1e400",
                "0x10",
                "ÅÍÎÏ˝ÓÔÒÚÆ☃",
                "社會科學院語學研究所",
                "ثم نفس سقطت وبالتحديد،",
                "הָיְתָהtestالصفحات",
                "👩🏽 👨‍👩‍👧‍👦 🇺🇸🇷🇺🇸",
                "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
                "\u202e\u2066test\u2067",
                "\ufeffbom",
                "\u0000nul",
                "<script>alert('1')</script>",
                "'; DROP TABLE x; --",
                "{0}{{1}}${x}%s%n",
                "=1+1",
                "\"\\\"\\\\\"",
                "../../../etc/passwd",
                "a\r\nb\u0085c\u2028d",
                "İıŞß",
                "e\u0301 \u00e9"
            })
    void naughtyTextsComeBackUnchanged(String text) {
        String canonical = CanonicalJson.text(Map.of(text, List.of(text)));
        var read = JSON.readTree(canonical);
        assertThat(read.propertyNames()).containsExactly(text);
        assertThat(read.get(text).get(0).stringValue()).isEqualTo(text);
        assertThat(CanonicalJson.text(read)).isEqualTo(canonical);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        var deep = new ArrayList<Object>();
        for (int i = 0; i < 100; i++) deep = new ArrayList<>(List.of(deep));
        for (Object value : List.of("\ud800", "a\udc00", "\ud800x", Map.of(1, 2), new Object(), 'c', deep)) {
            assertThatThrownBy(() -> CanonicalJson.text(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCommitmentChangesWithSaltAndContent() {
        byte[] salt = new byte[32];
        Hash hash = Commitment.of(salt, CanonicalJson.bytes(Map.of("a", 1)));
        assertThat(hash).isEqualTo(Hash.sha256(salt, "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(Commitment.of(Commitment.newSalt(), CanonicalJson.bytes(Map.of("a", 1))))
                .isNotEqualTo(hash);
        assertThat(Commitment.of(salt, CanonicalJson.bytes(Map.of("a", 2)))).isNotEqualTo(hash);
        assertThatThrownBy(() -> Commitment.of(new byte[31], new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
