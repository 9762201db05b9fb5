package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Row;

/// Files of IATI activities: what is read of them, what is refused, and that none does harm.
class IatiFileTests {

    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n<iati-activities version='2.03'>\n";
    private static final String TAIL = "</iati-activities>\n";

    @TempDir
    Path folder;

    private static String activity(String id, String more) {
        return """
                <iati-activity xml:lang="fr"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-1" type="40"><narrative>Rapporteur</narrative></reporting-org>
                <title><narrative>Écoles</narrative><narrative xml:lang="en">Schools</narrative></title>
                <description type="1"><narrative>Des écoles solaires.</narrative></description>
                <description type="2"><narrative>Relier 200 écoles.</narrative></description>
                <participating-org role="1" type="10"><narrative>Bailleur</narrative></participating-org>
                <participating-org role="4" type="22"><narrative>Société A</narrative></participating-org>
                <activity-status code="2"/>
                <activity-date iso-date="2020-01-01" type="1"/><activity-date iso-date="2020-02-01Z" type="2"/>
                %s</iati-activity>
                """.formatted(id, more);
    }

    private List<Row> rows(String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("in.xml"), xml);
        assertThat(IatiFile.is(file)).isTrue();
        List<Row> rows = new ArrayList<>();
        IatiFile.open(file, IatiSchema.shipped()).each(rows::add);
        return rows;
    }

    @Test
    void anActivityIsReadByItsPartsWithItsOwnLanguageFirst() throws IOException {
        Row row = rows(HEAD + activity("XM-1-A", """
                                <contact-info><person-name><narrative>Private Person</narrative></person-name>
                                <email>p@example.org</email></contact-info><activity-scope code="4"/>
                                <recipient-country code="KE"/><recipient-region code="298"/>
                                <sector vocabulary="7" code="9"/>
                                <tag vocabulary="2" code="4"/><tag vocabulary="3" code="4.4"/><tag vocabulary="99" code="x"/>
                                <document-link url="https://example.org/a" format="text/html"><title><narrative>A</narrative></title>
                                <category code="A01"/></document-link>""") + TAIL).getFirst();
        assertThat(row.problems()).isEmpty();
        assertThat(row.get("identifier")).isEqualTo("XM-1-A");
        assertThat(row.get("title")).isEqualTo("Écoles");
        assertThat(row.get("translations")).isEqualTo("{\"en\":{\"title\":\"Schools\"}}");
        assertThat(row.get("start")).isEqualTo("2020-02-01");
        assertThat(row.get("organisation")).isEqualTo("Société A");
        assertThat(row.get("partners")).isEqualTo("[\"Bailleur\",\"Rapporteur\"]");
        assertThat(row.get("goals")).isEqualTo("[{\"key\":\"4\",\"target\":\"4.4\"},{\"key\":\"9\"}]");
        assertThat(row.get("contactName")).isEqualTo("Private Person");
        assertThat(row.get("countries")).isEqualTo("KE");
    }

    @Test
    void anActivityThatBreaksTheStandardIsARowWithItsProblems() throws IOException {
        List<Row> rows = rows(HEAD
                + activity("A", "").replace(" role=\"4\"", "").replace("<activity-status code=\"2\"/>", "")
                + activity("B", "<recipient-country code='KE' percentage='half'/>")
                + activity("C", "")
                + TAIL);
        assertThat(rows.get(0).problems())
                .extracting(reason -> reason.key())
                .containsExactly("imports.iati.attribute-missing", "imports.iati.misplaced");
        assertThat(rows.get(0).problems().getLast().arguments().subList(1, 3))
                .containsExactly("activity-date", "participating-org, other-identifier, activity-status");
        assertThat(rows.get(1).problems().getFirst().arguments().subList(1, 4))
                .containsExactly("percentage", "half", "recipient-country");
        assertThat(rows.get(2).problems()).isEmpty();
    }

    @Test
    void whatIsNoFileOfActivitiesIsRefusedAsAWhole() {
        assertThatThrownBy(() -> rows("<html/>")).hasMessage("imports.iati.other-root");
        assertThatThrownBy(() -> rows("<iati-activities version='1.05'/>")).hasMessage("imports.iati.version");
        assertThatThrownBy(() -> rows(HEAD + activity("A", ""))).hasMessage("imports.iati.not-xml");
        assertThatThrownBy(() -> rows(HEAD + activity("A", "") + "<surprise/>" + TAIL))
                .hasMessage("imports.iati.misplaced");
        assertThatThrownBy(() -> rows(HEAD + TAIL)).hasMessage("imports.iati.incomplete");
    }

    @Test
    void noFileReachesOutOrGrows() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertThatThrownBy(() -> rows("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                        + "<iati-activities version='2.03'>&x;</iati-activities>"))
                .isInstanceOf(ImportFailed.class);
        assertThatThrownBy(() -> rows("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                        + "<iati-activities version='2.03'>&b;&b;</iati-activities>"))
                .isInstanceOf(ImportFailed.class);
        assertThatThrownBy(() -> rows(HEAD + "<a>".repeat(200))).hasMessage("imports.iati.too-much");
        assertThatThrownBy(() -> rows(HEAD + activity("A" + "a".repeat(3_000_000), "") + TAIL))
                .hasMessage("imports.iati.too-much");
        assertThatThrownBy(() -> rows(HEAD + "<iati-activity x='" + "a".repeat(3_000_000) + "'/>" + TAIL))
                .hasMessage("imports.iati.too-much");
    }

    @Test
    void manyActivitiesAreReadOneByOne() throws IOException {
        var xml = new StringBuilder(HEAD);
        for (int i = 0; i < 5_000; i++) xml.append(activity("XM-1-" + i, ""));
        assertThat(xml.append(TAIL).length()).isGreaterThan(3_000_000);
        assertThat(rows(xml.toString())).hasSize(5_000).allMatch(Row::isReadable);
    }

    @Test
    void otherEncodingsOfXmlAreRead() throws IOException {
        Path file = folder.resolve("in.xml");
        String xml = (HEAD + activity("A", "") + TAIL).replace("UTF-8", "UTF-16");
        Files.write(file, xml.getBytes(StandardCharsets.UTF_16));
        assertThat(IatiFile.is(file)).isTrue();
        List<Row> rows = new ArrayList<>();
        IatiFile.open(file, IatiSchema.shipped()).each(rows::add);
        assertThat(rows.getFirst().get("title")).isEqualTo("Écoles");
    }
}
