package org.throughline.platform.document;

import java.util.List;

/// What contributors may type or paste, by accident or on purpose.
final class NaughtyStrings {

    static final List<String> ALL = List.of(
            "",
            "   ",
            "null",
            "<script>alert('input')</script>",
            "\"><img src=x onerror=alert(1)>",
            "</style><svg onload=alert(1)>",
            "]]><!--<![CDATA[ & &amp; &#x3C;",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;",
            "{{7*7}} ${7*7} #{7*7} @for(x : y) %s %n",
            "=HYPERLINK(\"http://evil.example\")",
            "{ INCLUDETEXT \"C:\\\\secret.txt\" } DDEAUTO",
            "bell \u0007 nul \u0000 escape \u001B[31m delete \u007F c1 \u0085",
            "lone high \uD83D and low \uDE00 surrogates",
            "not a character \uFFFE \uFFFF \uFDD0",
            "byte order mark \uFEFF inside",
            "right-to-left override \u202E gnp.exe \u202C isolate \u2067 x \u2069",
            "zero\u200Bwidth\u200Cnon\u200Djoiner\u2060word soft\u00ADhyphen",
            "line\u2028separator\u2029paragraph tab\tcarriage\rreturn\nnew",
            "emoji \uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB flag \uD83C\uDDEB\uD83C\uDDF7 heart \u2764\uFE0F",
            "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034Dalgo",
            "Iñtërnâtiônàlizætiøn ﬁ ǆ ß İ ı",
            "مرحبا بالعالم ١٢٣ (قوس) ABC",
            "پژوهش گچ ـ تطويل اللّه ﷺ",
            "שלום עולם (סוגריים)",
            "हिन्दी ไทย 한국어 日本語 繁體字 𠮷 𝒳",
            "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋ ≠ ½ → ☃ ★ ☑",
            "\uE000 private \uDBFF\uDFFD use",
            "a".repeat(400),
            "..\\..\\windows /etc/passwd C:\\ con.txt",
            "'; DROP TABLE inputs; --");

    static final List<String> BAD_ADDRESSES = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://example.org",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "vbscript:x",
            "https://",
            "https://example.org/\u0000",
            "//example.org",
            "mailto:");

    private NaughtyStrings() {}
}
