package org.throughline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.Person;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;
import org.throughline.mail.Outbox;
import org.throughline.platform.Languages;

/// Sends the digests that are due: one mail for each subscriber, with what happened since the last one, and none
/// where nothing did. What was told and the mail that tells it are one transaction, so a node may die at any
/// moment.
@Component
class Digests {

    private static final Logger log = LoggerFactory.getLogger(Digests.class);

    private static final int AT_ONCE = 200;
    private static final int REMEMBERED = 1_000;
    // Whoever publishes now has a time before that of the commit: the newest minute is left for the next digest.
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN = Duration.ofHours(1);

    private final FollowRows rows;
    private final Follows follows;
    private final ChangeRows changes;
    private final DigestText text;
    private final Outbox outbox;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            FollowRows rows,
            Follows follows,
            ChangeRows changes,
            DigestText text,
            Outbox outbox,
            Mails mails,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.follows = follows;
        this.changes = changes;
        this.text = text;
        this.outbox = outbox;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Sends everything that is due now; how many mails that were.
    int run() {
        return run(clock.instant());
    }

    int run(Instant now) {
        changes.learn(now);
        Optional<Instant> earliest = rows.earliestDue(now);
        if (earliest.isEmpty()) return 0;
        Changes changed = changes.since(earliest.get());
        Set<UUID> failed = new HashSet<>();
        int sent = 0;
        for (List<UUID> due = next(now, failed); !due.isEmpty(); due = next(now, failed))
            for (UUID subscriber : due) {
                try {
                    if (send(subscriber, changed, now)) sent++;
                } catch (RuntimeException e) {
                    log.warn("The digest of subscriber {} was not written, it is tried again", subscriber, e);
                    failed.add(subscriber);
                }
            }
        if (sent > 0) log.info("{} digests sent", sent);
        return sent;
    }

    private List<UUID> next(Instant now, Set<UUID> failed) {
        return rows.due(now, AT_ONCE + failed.size()).stream()
                .filter(subscriber -> !failed.contains(subscriber))
                .toList();
    }

    private boolean send(UUID id, Changes changed, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<Follow> due = rows.takeDue(id, now);
            Subscriber subscriber = rows.find(id).orElse(null);
            if (due.isEmpty() || subscriber == null) return false;
            Instant until = now.minus(SETTLED);
            List<DigestText.Part> parts = new ArrayList<>();
            for (Follow follow : due) {
                Optional<List<News>> news = changed.of(
                        follow.target(), follow.toldUntil(), until, numbers -> rows.toldOf(follow.id(), numbers));
                if (news.isEmpty()) {
                    rows.told(follow, follow.toldUntil(), now.plus(TRY_AGAIN));
                    continue;
                }
                if (!news.get().isEmpty()) parts.add(new DigestText.Part(follow, news.get()));
                rows.told(follow, until, follow.rhythm().after(now));
                if (follow.target().kind() != Target.Kind.ROADMAP) rows.remember(follow.id(), known(news.get()));
            }
            return !parts.isEmpty() && send(subscriber, parts);
        }));
    }

    private static Collection<Long> known(List<News> news) {
        return news.stream()
                .filter(one -> one.what() != News.What.WITHDRAWN && one.what() != News.What.MERGED)
                .map(News::number)
                .limit(REMEMBERED)
                .toList();
    }

    private boolean send(Subscriber subscriber, List<DigestText.Part> parts) {
        Optional<EmailAddress> address = follows.address(subscriber);
        if (address.isEmpty()
                || !outbox.deadAmong(List.of(address.get().toMail())).isEmpty()) return false;
        String language = subscriber.person() == null
                ? subscriber.language()
                : follows.person(subscriber).map(Person::language).orElse(Languages.DEFAULT);
        String list = follows.listPath(subscriber.id());
        NewMail mail = text.write(parts, address.get(), language, list);
        outbox.send(mail.amongMany(new NewMail.Many(mails.in(language).address(list), null)));
        return true;
    }

    /// Forgets what was never confirmed.
    void tidy() {
        Instant before = clock.instant().minus(Follows.LINK_LIFE.multipliedBy(2));
        transaction.executeWithoutResult(status -> rows.forgetUnconfirmedBefore(before));
    }
}
