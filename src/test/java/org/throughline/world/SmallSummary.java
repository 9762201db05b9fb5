package org.throughline.world;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Received;
import org.throughline.inputs.Reception;
import org.throughline.ledger.EntryKind;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SectionId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.Workbench;

/// Makes what summaries are made of: inputs that are public at once, and sentences tied to words in them.
@Component
public class SmallSummary {

    private static final Actor SECRETARIAT = Actor.system("test");

    private final Inputs inputs;
    private final Publication publication;
    private final PublishedInputs published;
    private final Workbench workbench;
    private final Drafts drafts;
    private final Editions editions;
    private final JdbcClient jdbc;

    SmallSummary(
            Inputs inputs,
            Publication publication,
            PublishedInputs published,
            Workbench workbench,
            Drafts drafts,
            Editions editions,
            JdbcClient jdbc) {
        this.inputs = inputs;
        this.publication = publication;
        this.published = published;
        this.workbench = workbench;
        this.drafts = drafts;
        this.editions = editions;
        this.jdbc = jdbc;
    }

    /// An input of somebody unknown, public at once.
    public Received input(CallId call, String text) {
        return input(call, SmallCall.input(text), new Actor(UUID.randomUUID(), "Somebody", Set.of()));
    }

    public Received input(CallId call, NewInput input, Actor owner) {
        Received received = inputs.submit(call, input, Reception.form(owner.person(), "en"), owner);
        publication.publish(received.id(), SECRETARIAT);
        return received;
    }

    public SummaryId begin(CallId call) {
        return workbench.begin(call, "Summary", "en", SECRETARIAT);
    }

    public SectionId section(SummaryId summary) {
        return drafts.get(summary).sections().getFirst().id();
    }

    /// Words in the first answer of a public input.
    public PassageId passage(CallId call, int number, String words) {
        var answer = published.find(call, number).orElseThrow().answers().getFirst();
        return workbench.mark(List.of(answer.id()), words, SECRETARIAT);
    }

    /// A sentence in the first section, tied to the same words in each of the inputs.
    public SentenceId sentence(CallId call, SummaryId summary, String text, String words, int... numbers) {
        SentenceId sentence = workbench.write(section(summary), null, text, SECRETARIAT);
        for (int number : numbers) workbench.tie(sentence, passage(call, number, words));
        return sentence;
    }

    /// A published summary of one sentence.
    public SummaryId publish(CallId call, String text, String words, int... numbers) {
        SummaryId summary = begin(call);
        sentence(call, summary, text, words, numbers);
        publish(summary);
        return summary;
    }

    /// Publishes a summary as it stands, and waits the moment until the edition has its place in the log.
    public int publish(SummaryId summary) {
        int edition = editions.publish(summary, drafts.get(summary).fingerprint(), SECRETARIAT);
        LogPlaces.await(jdbc, EntryKind.EDITION);
        return edition;
    }
}
