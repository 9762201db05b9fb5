package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSymbolTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CWG-WSIS&SDG-40/12",
                "cwg-wsis&sdg-40/12",
                "CWG-WSIS & SDG-40/12",
                "CWG-WSIS & SDGs-40/12",
                "CWG-WSIS&SDG-40/12-E",
                "CWG-WSIS&SDG-40/012",
                "CWG\u2011WSIS&SDG\u201140/12",
                "CWG-WSIS~SDG-40/12"
            })
    void everySpellingOfASymbolHasOneKey(String written) {
        assertThat(DocumentSymbol.read(written).orElseThrow().key()).isEqualTo("CWG-WSIS&SDG-40/12");
    }

    @ParameterizedTest
    @CsvSource({
        "WG-WSIS-31/11-E Rev. 1, WG-WSIS-31/11, REVISION, 1, en",
        "CWG-WSIS-32/16-E Rev.1, CWG-WSIS-32/16, REVISION, 1, en",
        "CWG-WSIS&SDG-40/12-Rev.2-F, CWG-WSIS&SDG-40/12, REVISION, 2, fr",
        "PP-14/20(Add.1)-E, PP-14/20, ADDENDUM, 1, en",
        "C24/12 Corr. 3, C24/12, CORRIGENDUM, 3, ''",
        "TDAG-10/019-S, TDAG-10/19, NONE, 0, es"
    })
    void whatChangesAndTheLanguageAreToldApart(
            String written, String stem, Change change, int number, String language) {
        DocumentSymbol read = DocumentSymbol.read(written).orElseThrow();
        assertThat(read).isEqualTo(new DocumentSymbol(stem, change, number, language));
        assertThat(DocumentSymbol.read(read.address()).orElseThrow().key()).isEqualTo(read.key());
    }

    @Test
    void symbolsOfOtherBodiesStayWhole() {
        assertThat(DocumentSymbol.read("E/CN.16/2007/CRP.2*").orElseThrow().key())
                .isEqualTo("E/CN.16/2007/CRP.2*");
        assertThat(DocumentSymbol.subject("CWG-WSIS&SDG-40/12-Rev.1")).isEqualTo("documents/CWG-WSIS~SDG-40/12-Rev.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "new", "../../etc/passwd", "40<script>", "/12", "CWG\u000040/12"})
    void whatIsNoSymbolIsNotRead(String written) {
        assertThat(DocumentSymbol.read(written)).isEmpty();
    }

    @Test
    void aVeryLongOneIsNotRead() {
        assertThat(DocumentSymbol.read("A".repeat(5_000) + "1")).isEmpty();
    }
}
