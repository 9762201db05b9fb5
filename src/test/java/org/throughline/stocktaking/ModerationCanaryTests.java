package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.stocktaking.ProjectBatch.Kind;
import org.throughline.stocktaking.ProjectBatches.Pick;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// What the secretariat has not published, has taken back, or writes to keepers, is nowhere where the public reads.
@ThroughlineTest
class ModerationCanaryTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ProjectModeration moderation;

    @Autowired
    ProjectBatches batches;

    @Autowired
    ProjectMerges merges;

    @Autowired
    MockMvc web;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Long> numbers = new ArrayList<>();
    private ProjectCollection collection;

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                any -> "Canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 14));
    }

    private Taken waiting(String name) {
        Taken taken = register.receive(
                collection,
                SmallRegister.project(secret(name)),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                SECRETARIAT);
        numbers.add(taken.number());
        return taken;
    }

    private int version(Taken taken) {
        return register.find(taken.id()).orElseThrow().version();
    }

    private void change(Taken taken, String title) {
        register.change(taken.id(), version(taken), SmallRegister.project(title), SECRETARIAT);
    }

    @Test
    void nothingUndecidedReachesThePublic() throws Exception {
        collection = SmallRegister.fresh(collections);
        waiting("waiting");
        moderation.askBack(waiting("asked").id(), 0, secret("question"), SECRETARIAT);
        moderation.decline(waiting("declined").id(), 0, secret("reason"), SECRETARIAT);
        Taken hidden = waiting("unpublished");
        register.publish(hidden.id(), SECRETARIAT);
        moderation.unpublish(hidden.id(), version(hidden), secret("why"), SECRETARIAT);
        Taken open = SmallRegister.publish(register, collection, SmallRegister.project("Open to all"));
        numbers.add(open.number());
        change(open, secret("change"));
        moderation.decline(open.id(), version(open), secret("change-reason"), SECRETARIAT);
        undone(waiting("undone"));
        tagged(open);
        Taken gone = waiting("merged");
        merges.merge(
                new ProjectMerges.Side(open.id(), version(open)),
                new ProjectMerges.Side(gone.id(), version(gone)),
                Map.of(),
                SECRETARIAT);
        List<String> found = new ArrayList<>();
        for (String address : addresses())
            for (String language : List.of("", "/ar", "/fr")) {
                var answer = web.perform(get(URI.create(language + address)))
                        .andReturn()
                        .getResponse();
                String text = answer.getContentAsString(StandardCharsets.UTF_8) + answer.getHeaderNames();
                secrets.forEach((name, word) -> {
                    if (text.contains(word)) found.add(name + " at " + language + address);
                });
            }
        assertThat(found).isEmpty();
    }

    private void undone(Taken taken) {
        UUID batch = batches.begin(Kind.PUBLISH, "", List.of(new Pick(taken.number(), version(taken))), SECRETARIAT);
        batches.work(batch);
        batches.undo(batch);
        batches.work(batch);
    }

    private void tagged(Taken taken) {
        UUID batch =
                batches.begin(Kind.TAG, secret("mark"), List.of(new Pick(taken.number(), version(taken))), SECRETARIAT);
        batches.work(batch);
    }

    private List<String> addresses() {
        List<String> all = new ArrayList<>();
        for (long number : numbers)
            for (String end : List.of("", "/versions", "/versions/1", "/versions/2", "/claim")) {
                all.add("/stocktaking/" + number + end);
                all.add("/api/v1/projects/" + number + end);
            }
        String here = "collection=" + collection.slug();
        for (String list : List.of("/stocktaking", "/stocktaking.csv", "/stocktaking.jsonl", "/stocktaking.atom"))
            all.add(list + "?" + here);
        all.add("/api/v1/projects?" + here);
        all.add("/collections/" + collection.slug());
        all.add("/data/log?about=stocktaking/" + numbers.getFirst());
        all.add("/stocktaking/desk");
        all.add("/stocktaking/desk/batches");
        secrets.values().forEach(word -> all.add("/api/v1/search?q=" + word.substring(0, 10)));
        return all;
    }
}
