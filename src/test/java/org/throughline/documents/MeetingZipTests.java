package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.world.ThroughlineTest;

/// A meeting's documents opened from a disk, and a revision beside what it was before.
@ThroughlineTest
class MeetingZipTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc mvc;

    private Map<String, byte[]> zip(String address) throws Exception {
        byte[] all = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return entries(all);
    }

    private static Map<String, byte[]> entries(byte[] all) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(all))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void everyLinkLeadsToAFileWithTheFingerprintThatIsNamed() throws Exception {
        var samples = new SampleDocuments(program);
        DocumentWork one = samples.posted("41", "On the <review>");
        samples.changed(one, Change.REVISION);
        String address = "/ar/groups/cwg-wsis-sdg/meetings/41.zip";

        Map<String, byte[]> files = zip(address);

        String index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertThat(index).contains("2024", "dir=\"rtl\"", "On the &lt;review&gt;", "Rev.1");
        Matcher link = LINK.matcher(index);
        int links = 0;
        for (; link.find(); links++) assertThat(files).containsKey(link.group(1));
        assertThat(links).isGreaterThan(8);
        String sums = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(sums.lines().count()).isEqualTo(files.size() - 1);
        for (String line : sums.lines().toList()) {
            String[] parts = line.split(" {2}");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.get(parts[1]));
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(parts[0]);
            assertThat(parts[1]).matches("[A-Za-z0-9._/-]+");
        }
        assertThat(zip(address).get("SHA256SUMS")).isEqualTo(files.get("SHA256SUMS"));
    }

    @Test
    void aFileThatIsThereTwiceIsPutInOnce() throws Exception {
        var samples = new SampleDocuments(program);
        Actor author = SampleDocuments.author();
        UUID id = samples.draft("42", "With files", "One paragraph.", List.of(), author);
        var drafts = program.getBean(DocumentDrafts.class);
        byte[] annex = DocxWriter.write(new Document("en", "", "Annex", "", List.of(), List.of(), "", Instant.EPOCH));
        for (String name : List.of("first.docx", "second.docx"))
            drafts.addFile(id, new ByteArrayInputStream(annex), name, author);
        drafts.submit(id, samples.version(id), author);
        program.getBean(DocumentDesk.class).acceptAndPost(id, samples.version(id), author);

        Map<String, byte[]> files = zip("/groups/cwg-wsis-sdg/meetings/42.zip");

        assertThat(files.keySet().stream().filter(name -> name.startsWith("files/")))
                .hasSize(1);
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8)).contains("first.docx", "second.docx");
    }

    @Test
    void aRevisionIsComparedWithWhatItWas() throws Exception {
        var samples = new SampleDocuments(program);
        DocumentWork one = samples.posted(SampleDocuments.freshMeeting(), "Views");
        DocumentWork revision = samples.changed(one, Change.REVISION);

        String page = mvc.perform(get("/fr/documents/changes/" + revision.address()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("First paragraph.", "/documents/tracked/");
        mvc.perform(get("/documents/changes/" + one.address())).andExpect(status().isNotFound());
        mvc.perform(get("/documents/tracked/" + revision.address())).andExpect(status().isOk());
        mvc.perform(get("/documents/akn/" + revision.address())).andExpect(status().isOk());
        mvc.perform(get("/groups/cwg-wsis-sdg/meetings/1.zip")).andExpect(status().isNotFound());
    }
}
