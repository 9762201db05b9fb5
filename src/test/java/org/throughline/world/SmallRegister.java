package org.throughline.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.StandardForm;
import tools.jackson.databind.JsonNode;

/// Registers and projects for tests. A register of its own keeps counts apart from those of other tests.
public final class SmallRegister {

    private static final Actor SECRETARIAT = Actor.system("test");

    private SmallRegister() {}

    /// A new public register with the standard form.
    public static ProjectCollection fresh(ProjectCollections collections) {
        String slug = "t-" + UUID.randomUUID().toString().substring(0, 13);
        ProjectCollection closed = collections.create(
                slug,
                LocalizedText.of("en", "Register for tests"),
                LocalizedText.of("en", "To test"),
                StandardForm.read(),
                SECRETARIAT);
        return collections.open(closed, SECRETARIAT);
    }

    public static ProjectCollection wsis(ProjectCollections collections) {
        return collections.find(ProjectCollection.WSIS).orElseThrow();
    }

    /// A whole project in English.
    public static NewProject project(String title) {
        return project(title, Consent.ALL);
    }

    public static NewProject project(String title, Consent consent) {
        return NewProject.of("en", answers(title), consent);
    }

    /// What a whole project answers; to be changed by a test as it likes.
    public static Map<String, JsonNode> answers(String title) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        put(answers, "title", "\"" + title + "\"");
        put(answers, "activityType", "\"project\"");
        put(
                answers,
                "summary",
                "\"Village schools get solar power and a connection, and teachers learn to use both.\"");
        put(answers, "goals", "\"Connect two hundred schools by 2027.\"");
        put(answers, "startsOn", "\"2024-03\"");
        put(answers, "status", "\"ongoing\"");
        put(answers, "coverage", "\"national\"");
        put(answers, "countries", "[\"KE\"]");
        put(answers, "actionLines", "[\"C2\", \"C7-ELEA\"]");
        put(answers, "sdgs", "[{\"key\": \"4\", \"linkage\": \"Teachers are trained in every connected school.\"}]");
        put(answers, "beneficiaries", "[\"youth\", \"rural-communities\"]");
        put(answers, "entityName", "\"Example Society\"");
        put(answers, "entityType", "\"CSO\"");
        put(answers, "entityCountry", "\"KE\"");
        put(answers, "relation", "\"owner\"");
        put(answers, "contactName", "\"Private Person\"");
        put(answers, "contactEmail", "\"private.person@example.org\"");
        return answers;
    }

    public static void put(Map<String, JsonNode> answers, String code, String json) {
        answers.put(code, Json.tree(json));
    }

    /// Taken in and shown to the public.
    public static Register.Taken publish(Register register, ProjectCollection collection, NewProject project) {
        Register.Taken taken = register.receive(
                collection, project, Reception.imported(null, UUID.randomUUID().toString(), null), SECRETARIAT);
        register.publish(taken.id(), SECRETARIAT);
        return taken;
    }
}
