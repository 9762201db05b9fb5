package org.throughline.inputs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.mail.DemoMail;
import org.throughline.world.SmallCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A call, and somebody who answers it by the form.
abstract class Drafting {

    @Autowired
    Calls calls;

    @Autowired
    InputDrafts drafts;

    @Autowired
    PublishedInputs published;

    @Autowired
    People people;

    @Autowired
    DemoMail mail;

    @Autowired
    JdbcClient jdbc;

    final Actor secretariat = Actor.system("test");
    String slug;
    CallId call;
    Questionnaire questionnaire;
    Person person;
    Actor actor;

    @BeforeEach
    void aCallAndSomebodyWhoAnswersIt() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        questionnaire = calls.questionnaire(call, 1);
        person = people.ensure(new EmailAddress("d" + UUID.randomUUID() + "@example.net"), "Nadia Example", "fr");
        actor = new Actor(person.id().value(), person.name(), Set.of());
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    Draft fill(Draft draft, String words) {
        Map<String, String> who = new LinkedHashMap<>(draft.content().who());
        who.putAll(Map.of(
                "behalf",
                "organisation",
                "organisation",
                "Example Union",
                "stakeholderType",
                "CSO",
                "scope",
                "national",
                "country",
                "KE"));
        drafts.saveWho(draft.id(), draft.content().savedAt(DraftContent.WHO), who, actor);
        drafts.saveAnswers(
                draft.id(),
                questionnaire.section("I").orElseThrow(),
                draft.content().savedAt(DraftContent.section("I")),
                Map.of("q1", text(words)),
                actor);
        Map<String, Boolean> consent = new LinkedHashMap<>();
        for (Use use : Use.values()) consent.put(use.word(), true);
        return drafts.saveConsent(draft.id(), draft.content().savedAt(DraftContent.CONSENT), consent, actor)
                .draft();
    }
}
