package org.throughline.operations.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Part;
import org.throughline.platform.Json;
import org.throughline.roadmaps.ActionPlan;
import org.throughline.roadmaps.ActionPlans;

/// An invented resolution with two revisions whose words can be compared, because none of the real ones may be copied
/// here, and the road map of an action line that somebody has written.
@Component
class DemoMandates {

    private static final String FILE = "mandates.json";

    private final EntryDesk desk;
    private final ActionPlans plans;

    DemoMandates(EntryDesk desk, ActionPlans plans) {
        this.desk = desk;
        this.plans = plans;
    }

    /// Facts as they are written: what is said in several languages under their codes.
    private record Example(
            Map<String, Object> body,
            Map<String, Object> instrument,
            List<Map<String, Object>> revisions,
            List<Map<String, Object>> paragraphs,
            String line,
            ActionPlan.Facts plan) {}

    /// Leaves alone what is there, even where it was taken off.
    @Transactional
    void load(Actor actor) {
        Example example = ExampleFiles.read(FILE, Example.class);
        String slug = String.valueOf(example.instrument().get("slug"));
        if (desk.find(Part.INSTRUMENTS, slug).isEmpty()) {
            desk.add(Part.BODIES, "", values(Part.BODIES, example.body()), actor);
            desk.add(Part.INSTRUMENTS, "", values(Part.INSTRUMENTS, example.instrument()), actor);
            for (var revision : example.revisions())
                desk.add(Part.REVISIONS, slug, values(Part.REVISIONS, revision), actor);
            for (var paragraph : example.paragraphs())
                desk.add(Part.PARAGRAPHS, slug, values(Part.PARAGRAPHS, paragraph), actor);
        }
        if (plans.of(example.line()).isEmpty()) plans.save(example.line(), example.plan(), 0, actor);
    }

    private static Map<String, String> values(Part part, Map<String, Object> fact) {
        var values = new LinkedHashMap<String, String>();
        for (Part.Field field : part.fields()) {
            Object value = fact.getOrDefault(field.name(), field.localized() ? Map.of() : "");
            values.put(field.name(), value instanceof String one ? one : Json.write(value));
        }
        return values;
    }
}
