package org.throughline.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.MailRequests;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.directory.PersonId;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.notices.SealedLinks.Purpose;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;

/// What people follow. Whoever has an account follows at once; anybody else says an address and says yes once
/// more by a link that is sent there. Never tells whether an address is known here.
@Service
public class Follows {

    /// How long the link that confirms an address can be used.
    static final Duration LINK_LIFE = Duration.ofDays(3);

    /// How many asked-for follows of one address wait for their yes; a stranger may ask for more.
    private static final int MOST_WAITING = 20;

    private final FollowRows rows;
    private final TargetWords words;
    private final People people;
    private final MailRequests requests;
    private final SealedLinks links;
    private final Outbox outbox;
    private final Mails mails;
    private final Settings settings;
    private final Clock clock;

    Follows(
            FollowRows rows,
            TargetWords words,
            People people,
            MailRequests requests,
            SealedLinks links,
            Outbox outbox,
            Mails mails,
            Settings settings,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.people = people;
        this.requests = requests;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a subscriber follows.
    public record Following(Subscriber subscriber, String address, List<Follow> follows) {}

    /// Follows something as a person with an account.
    @Transactional
    public void follow(Target target, Rhythm rhythm, Actor actor) {
        Person self = self(actor);
        UUID subscriber = mine(self);
        requireRoom(subscriber);
        rows.follow(subscriber, target, rhythm, clock.instant(), clock.instant());
        rows.goOn(subscriber);
    }

    /// Asks an address to say yes to following something. Does the same whatever is known of the address. The
    /// mail has nothing in it that whoever asks has typed: it may go to somebody who never heard of this place.
    ///
    /// @param client the network address the request came from
    @Transactional
    public void ask(Target target, Rhythm rhythm, EmailAddress address, String language, String client) {
        requests.count(address, client);
        UUID subscriber = rows.ofAddress(address, language, clock.instant());
        String theirs = rows.find(subscriber).orElseThrow().language();
        // The mail says so instead of the page, which would tell strangers what is followed here.
        if (rows.count(subscriber) >= Follow.MOST) {
            full(subscriber, address, theirs);
            return;
        }
        UUID follow = rows.follow(subscriber, target, rhythm, null, clock.instant());
        rows.keepWaiting(subscriber, MOST_WAITING);
        outbox.send(mails.in(theirs)
                .subject("notices.follow.mail.subject", settings.name())
                .paragraph("notices.follow.mail.open", settings.name(), words.unasked(target, theirs))
                .link("/by-mail/follow/" + links.seal(Purpose.CONFIRM_FOLLOW, follow))
                .paragraph("notices.follow.mail.not-you")
                .to(address.toMail(), "follow-confirmation"));
    }

    private void full(UUID subscriber, EmailAddress address, String language) {
        outbox.send(mails.in(language)
                .subject("notices.follow.mail.full.subject", settings.name())
                .paragraph("notices.follow.mail.full.open", settings.name(), Follow.MOST)
                .link(listPath(subscriber))
                .paragraph("notices.follow.mail.full.not-you")
                .to(address.toMail(), "follow-confirmation"));
    }

    private void requireRoom(UUID subscriber) {
        if (rows.count(subscriber) >= Follow.MOST)
            throw new Refusal("too-many-follows", 409, "notices.problem.too-many-follows", Follow.MOST);
    }

    /// What a link from such a mail would confirm; empty for a link that is not ours or too old.
    @Transactional(readOnly = true)
    public Optional<Follow> look(String word) {
        return links.open(Purpose.CONFIRM_FOLLOW, word)
                .flatMap(rows::findFollow)
                .filter(follow -> follow.confirmedAt() != null
                        || follow.createdAt().plus(LINK_LIFE).isAfter(clock.instant()));
    }

    /// Says yes by the link; the same again changes nothing. Returns the path of the list of what is followed.
    @Transactional
    public Optional<String> confirm(String word) {
        return look(word).map(follow -> {
            if (follow.confirmedAt() == null) {
                requireRoom(follow.subscriber());
                rows.confirm(follow, clock.instant());
            }
            return listPath(follow.subscriber());
        });
    }

    String listPath(UUID subscriber) {
        return "/by-mail/follows/" + links.seal(Purpose.FOLLOWS, subscriber);
    }

    /// What the signed-in person follows, with what their address followed before they had an account.
    @Transactional
    public Following mine(Actor actor) {
        Person self = self(actor);
        UUID subscriber = mine(self);
        return new Following(rows.find(subscriber).orElseThrow(), self.email().value(), rows.of(subscriber));
    }

    private UUID mine(Person self) {
        UUID subscriber = rows.ofPerson(self.id().value(), self.language(), clock.instant());
        if (self.verifiedAt() != null) rows.adopt(self.id().value(), self.email());
        return subscriber;
    }

    private Person self(Actor actor) {
        if (actor.person() == null) throw Refusal.signInFirst();
        return people.find(new PersonId(actor.person())).orElseThrow(Refusal::notFound);
    }

    /// What the holder of a link in a digest follows; empty for a link that is not ours, or of somebody who is
    /// gone.
    @Transactional(readOnly = true)
    public Optional<Following> byLink(String word) {
        return links.open(Purpose.FOLLOWS, word)
                .flatMap(rows::find)
                .flatMap(subscriber -> address(subscriber)
                        .map(address -> new Following(subscriber, address.value(), rows.of(subscriber.id()))));
    }

    /// Where mail reaches a subscriber; empty when the account is gone or locked.
    Optional<EmailAddress> address(Subscriber subscriber) {
        return subscriber.address() != null
                ? Optional.of(new EmailAddress(subscriber.address()))
                : person(subscriber).map(Person::email);
    }

    Optional<Person> person(Subscriber subscriber) {
        return people.reachable(List.of(new PersonId(Objects.requireNonNull(subscriber.person())))).stream()
                .findFirst();
    }

    @Transactional
    public void pause(Subscriber subscriber, UUID follow) {
        rows.pause(subscriber.id(), follow, clock.instant());
    }

    @Transactional
    public void unpause(Subscriber subscriber, UUID follow) {
        rows.findFollow(follow)
                .filter(one -> one.subscriber().equals(subscriber.id()))
                .ifPresent(one -> rows.unpause(one, clock.instant()));
    }

    @Transactional
    public void rhythm(Subscriber subscriber, UUID follow, Rhythm rhythm) {
        rows.rhythm(subscriber.id(), follow, rhythm, clock.instant());
    }

    /// Follows it no more.
    @Transactional
    public void end(Subscriber subscriber, UUID follow) {
        rows.end(subscriber.id(), follow);
    }

    /// Sends no more digests; the list stays, for who changes their mind. The same again changes nothing.
    @Transactional
    public void stop(Subscriber subscriber) {
        rows.stop(subscriber.id(), clock.instant());
    }

    /// Sends digests again, of what happens from now on.
    @Transactional
    public void goOn(Subscriber subscriber) {
        rows.toldUntil(subscriber.id(), clock.instant());
        rows.goOn(subscriber.id());
    }

    @EventListener
    void on(PersonDeleted event) {
        rows.forget(event.person().value());
    }
}
