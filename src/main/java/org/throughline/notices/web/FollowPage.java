package org.throughline.notices.web;

import java.util.List;
import org.throughline.notices.Target;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// Asks how somebody wants to follow something.
///
/// @param what the target in the reader's language
/// @param fields what the form sends along so that it is the same target again: name and value
public record FollowPage(
        Target target, String what, List<Field> fields, List<Option> rhythms, String email, FormErrors errors) {

    public record Field(String name, String value) {}
}
