package org.throughline.inputs.web;

import java.util.List;
import org.throughline.inputs.Draft.DraftFile;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;

/// The step in which files are attached.
public record FilesPage(AnswerForm form, List<FileField> fields, FormErrors errors) {

    /// One question that takes files.
    ///
    /// @param max how many; 0 for any number
    public record FileField(
            String code,
            String id,
            LocalizedText label,
            LocalizedText hint,
            boolean required,
            int max,
            List<DraftFile> files) {

        public boolean full() {
            return max > 0 && files.size() >= max;
        }
    }
}
