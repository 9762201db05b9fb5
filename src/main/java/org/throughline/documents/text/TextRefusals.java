package org.throughline.documents.text;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.platform.Refusal;

/// Why a text was not read.
final class TextRefusals {

    private static final Logger log = LoggerFactory.getLogger(TextRefusals.class);

    private TextRefusals() {}

    static Refusal unreadable(DocxXml.Unreadable why) {
        log.info("A DOCX file was not read: {}", why.getMessage());
        return new Refusal("document-unreadable", 422, "documents.text.problem.unreadable");
    }
}
