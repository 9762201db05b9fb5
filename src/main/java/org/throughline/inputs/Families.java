package org.throughline.inputs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Fingerprints.Fingerprint;
import org.throughline.inputs.InputRecord.State;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Inputs of different senders with nearly the same text: a campaign. The program proposes such families, the
/// secretariat accepts one or takes it apart again; every member stays an input of its own. Never to be shown to
/// the public, which reads [PublishedInputs#families].
@Service
public class Families {

    private final JdbcClient jdbc;
    private final InputRows rows;
    private final Calls calls;
    private final Fingerprints fingerprints;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    Families(
            JdbcClient jdbc,
            InputRows rows,
            Calls calls,
            Fingerprints fingerprints,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.calls = calls;
        this.fingerprints = fingerprints;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param id null while the family is only proposed
    public record Family(@Nullable UUID id, List<Member> members) {
        public List<Integer> numbers() {
            return members.stream().map(Member::number).toList();
        }
    }

    /// @param name empty when it is not known or the input was withdrawn
    public record Member(int number, String name, State state) {}

    /// What looks like a campaign and is not accepted as it stands: new families, and accepted ones with newcomers.
    public List<Family> proposed(CallId call) {
        fingerprints.fill(call);
        Map<UUID, Fingerprint> prints = fingerprints.ofCall(call);
        List<InputRecord> compared = rows.ofCall(call).stream()
                .filter(Families::counts)
                .filter(input -> prints.containsKey(input.id().value()))
                .toList();
        Map<UUID, UUID> accepted = memberships(call);
        List<Family> proposed = new ArrayList<>();
        for (List<Integer> group : Copies.groups(
                compared.stream().map(input -> prints.get(input.id().value())).toList())) {
            List<InputRecord> members = group.stream().map(compared::get).toList();
            Set<@Nullable UUID> known = new HashSet<>();
            members.forEach(member -> known.add(accepted.get(member.id().value())));
            if (known.size() > 1 || known.contains(null)) proposed.add(family(null, members));
        }
        return proposed;
    }

    private static boolean counts(InputRecord input) {
        return input.state() != State.WITHDRAWN && input.state() != State.DUPLICATE;
    }

    private static Family family(@Nullable UUID id, List<InputRecord> members) {
        return new Family(
                id,
                members.stream()
                        .map(input -> new Member(
                                input.number(),
                                input.state() == State.WITHDRAWN
                                        ? ""
                                        : input.respondent().speaker(),
                                input.state()))
                        .toList());
    }

    /// The family of each input that is in an accepted one and was not replaced since.
    Map<UUID, UUID> memberships(CallId call) {
        Map<UUID, UUID> families = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT m.input_id, m.family_id FROM inputs.family_member m
                JOIN inputs.input i ON i.id = m.input_id AND i.revision = m.revision
                WHERE i.call_id = ? ORDER BY i.number""").param(call.value()).query(row -> {
            families.put(row.getObject("input_id", UUID.class), row.getObject("family_id", UUID.class));
        });
        return families;
    }

    public List<Family> accepted(CallId call) {
        Map<UUID, UUID> families = memberships(call);
        Map<UUID, List<InputRecord>> members = new LinkedHashMap<>();
        for (InputRecord input : rows.ofCall(call)) {
            UUID family = families.get(input.id().value());
            if (family != null)
                members.computeIfAbsent(family, id -> new ArrayList<>()).add(input);
        }
        return members.entrySet().stream()
                .map(entry -> family(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Makes one family of these inputs; families that some of them are in become part of it. Refuses fewer than
    /// two.
    @Transactional
    public void accept(CallId call, Collection<Integer> numbers, Actor actor) {
        List<InputRecord> members = new TreeSet<>(numbers)
                .stream()
                        .map(number -> rows.find(call, number).orElseThrow(Refusal::notFound))
                        .filter(Families::counts)
                        .toList();
        if (members.size() < 2) throw InputRefusals.familyOfOne();
        Map<UUID, UUID> known = memberships(call);
        List<UUID> joined = members.stream()
                .map(member -> known.get(member.id().value()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        UUID family = Ids.next();
        jdbc.sql("INSERT INTO inputs.family (id, call_id, accepted_at) VALUES (?, ?, ?)")
                .params(family, call.value(), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("UPDATE inputs.family_member SET family_id = ? WHERE family_id = ANY (?)")
                .params(family, joined.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                INSERT INTO inputs.family_member (input_id, revision, family_id)
                SELECT id, revision, ? FROM inputs.input WHERE id = ANY (?)
                ON CONFLICT (input_id) DO UPDATE SET family_id = excluded.family_id, revision = excluded.revision""")
                .params(
                        family,
                        members.stream().map(member -> member.id().value()).toArray(UUID[]::new))
                .update();
        jdbc.sql("DELETE FROM inputs.family WHERE id = ANY (?)")
                .param(joined.toArray(UUID[]::new))
                .update();
        changed(call, family(family, members), "family-accepted", actor);
    }

    /// Takes one more input into a family, with the family it may be in. Refuses one that is not of this call or does
    /// not count, and one that is a member already.
    ///
    /// @return how many members there are now
    @Transactional
    public int add(CallId call, UUID id, int number, Actor actor) {
        List<Integer> members = new ArrayList<>(find(call, id).numbers());
        boolean fits = !members.contains(number)
                && rows.find(call, number).filter(Families::counts).isPresent();
        if (!fits) throw InputRefusals.notToAdd();
        members.add(number);
        accept(call, members, actor);
        return accepted(call).stream()
                .filter(family -> family.numbers().contains(number))
                .mapToInt(family -> family.members().size())
                .sum();
    }

    private Family find(CallId call, UUID id) {
        return accepted(call).stream()
                .filter(one -> id.equals(one.id()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /// Takes a family apart; nothing else happens to its members.
    @Transactional
    public void dissolve(CallId call, UUID id, Actor actor) {
        Family family = find(call, id);
        jdbc.sql("DELETE FROM inputs.family WHERE id = ?").param(id).update();
        changed(call, family, "family-dissolved", actor);
    }

    /// The pages of all members show who else is public.
    @EventListener
    void on(InputPublicityChanged event) {
        jdbc.sql("""
                SELECT i.number FROM inputs.family_member m JOIN inputs.family_member other ON other.family_id = m.family_id
                JOIN inputs.input i ON i.id = other.input_id WHERE m.input_id = ?""")
                .param(event.input().value())
                .query(Integer.class)
                .list()
                .forEach(number -> pages.changed(InputTags.of(event.slug(), number)));
    }

    private void changed(CallId call, Family family, String action, Actor actor) {
        String slug = calls.get(call).slug();
        audit.record(actor, action, "calls/" + slug + "/families", Map.of("inputs", family.numbers()));
        family.numbers().forEach(number -> pages.changed(InputTags.of(slug, number)));
    }
}
