package org.throughline.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;

/// The mail of a demonstration, for everybody to read. Refuses, as if there were nothing, everywhere else.
@Service
public class DemoMail {

    private static final int SHOWN = 50;

    /// A message as it would have been sent.
    public record Message(MailId id, String to, String language, String subject, String text, Instant createdAt) {}

    private final MailRows rows;
    private final boolean demo;

    DemoMail(MailRows rows, Settings settings) {
        this.rows = rows;
        this.demo = settings.demo();
    }

    /// The newest messages first, to one recipient or to all.
    @Transactional(readOnly = true)
    public List<Message> newest(@Nullable String to) {
        if (!demo) throw Refusal.notFound();
        return rows.newest(to == null || to.isBlank() ? null : to.strip().replace("\0", ""), SHOWN);
    }
}
