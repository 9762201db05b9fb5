package org.throughline.citations.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitableNames;
import org.throughline.citations.Citations;
import org.throughline.citations.CitedDocuments;
import org.throughline.files.DocumentReader;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Where anybody has a text or a document looked through for what it cites. Nothing of it is kept, so the answer comes
/// with the POST itself.
@Controller
class CitationsPages {

    private final CitedDocuments symbols;
    private final CitableNames names;
    private final Citations citations;
    private final DocumentReader documents;

    CitationsPages(
            Citations citations,
            DocumentReader documents,
            ObjectProvider<CitedDocuments> symbols,
            ObjectProvider<CitableNames> names) {
        this.symbols = symbols.getIfAvailable(() -> none -> Map.of());
        this.names = names.getIfAvailable(() -> (frame, slugs) -> Map.of());
        this.citations = citations;
        this.documents = documents;
    }

    @OpenToAll
    @GetMapping("/citations")
    ModelAndView form(Frame frame) {
        return Pages.show(frame, "citations/web/find", new CitationsPage("", "", null, FormErrors.NONE));
    }

    @OpenToAll
    @PostMapping("/citations")
    ModelAndView find(
            Frame frame,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        // Browsers send two characters for the end of a line; places are counted in the text as it is shown.
        String typed = text.replace("\r\n", "\n").strip();
        String name = file == null ? null : file.getOriginalFilename();
        boolean chosen = file != null && name != null && !name.isEmpty();
        String field = chosen ? "file" : "text";
        try {
            String read = chosen ? read(file, name) : typed;
            var found = citations.find(read, date);
            var result = new FoundCitations(frame, date.strip(), symbols, names).of(read, found);
            return Pages.show(
                    frame, "citations/web/find", new CitationsPage(chosen ? "" : typed, date, result, FormErrors.NONE));
        } catch (Refusal refusal) {
            if (refusal.status() >= 500) throw refusal;
            if (refusal.slug().equals("date-unknown")) field = "date";
            String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            var errors = FormErrors.collector().add(field, words).done();
            return Pages.show(
                    frame, "citations/web/find", new CitationsPage(typed, date, null, errors), refusal.status());
        }
    }

    private String read(MultipartFile file, String name) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return documents.read(content, name);
        }
    }
}
