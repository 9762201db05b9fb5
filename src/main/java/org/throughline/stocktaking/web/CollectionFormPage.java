package org.throughline.stocktaking.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.ProjectCollection;

/// What the secretariat says about a register, as typed.
///
/// @param collection absent while it is begun
/// @param form as JSON
/// @param seen the version of the register that the page was filled from
public record CollectionFormPage(
        @Nullable ProjectCollection collection,
        String slug,
        Map<String, String> names,
        Map<String, String> purposes,
        String form,
        int seen,
        FormErrors errors) {

    public String path() {
        return collection == null ? "/collections/new" : "/collections/" + collection.slug() + "/edit";
    }
}
