package org.throughline.platform.access;

import java.io.Serial;
import org.throughline.platform.Refusal;

/// A form came without the token of the reader's session: the session ended meanwhile, another one began, or
/// another site sent the form. Nothing of it is done.
public final class FormExpired extends Refusal {

    @Serial
    private static final long serialVersionUID = 1L;

    public FormExpired() {
        super("form-expired", 403, "platform.problem.form-expired");
    }
}
