package org.throughline.calls.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.PublishedCalls;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// A call's questions to look at before anybody answers: as the contributors' page will show them, and as a
/// document to print or fill in.
@Controller
class CallForms {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Calls calls;
    private final PublishedCalls published;
    private final Vocabulary vocabulary;
    private final Settings settings;

    // A document takes longer to write than any page. What it is made of is its key; the names of vocabularies,
    // which are not in it, may be an hour old.
    private final Cache<Form, byte[]> written = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Form(Call call, Questionnaire questionnaire, String language) {}

    CallForms(Calls calls, PublishedCalls published, Vocabulary vocabulary, Settings settings) {
        this.calls = calls;
        this.published = published;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/preview")
    ModelAndView preview(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        return Pages.show(
                frame, "calls/web/preview", new PreviewPage(call, calls.newestQuestionnaire(call.id()), vocabulary));
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/form.docx")
    ResponseEntity<byte[]> form(Frame frame, @PathVariable String slug) {
        Call call = published.find(slug).orElse(null);
        Questionnaire questionnaire;
        if (call != null) questionnaire = published.questionnaire(call.id());
        else {
            call = frame.may(Permission.MANAGE_CALLS) ? calls.find(slug).orElse(null) : null;
            if (call == null) throw Refusal.notFound();
            questionnaire = calls.newestQuestionnaire(call.id());
        }
        byte[] document = written.get(new Form(call, questionnaire, frame.language()), form -> write(frame, form));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(slug + "-" + frame.language() + ".docx")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language())
                .body(document);
    }

    private byte[] write(Frame frame, Form form) {
        String address =
                settings.publicUrl() + frame.url("/calls/" + form.call().slug() + "/answer");
        return DocxWriter.write(CallFormDocument.of(frame, form.call(), form.questionnaire(), vocabulary, address));
    }
}
