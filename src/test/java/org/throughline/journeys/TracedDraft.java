package org.throughline.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import tools.jackson.databind.JsonNode;

/// A draft of the contributor with everything answered, and a public entry they keep.
record TracedDraft(String draft, List<String> sections, long entry) {

    static TracedDraft in(ApplicationContext program) {
        program.getBean(DemoPeople.class).ensure();
        UUID person = program.getBean(People.class)
                .byEmail(new EmailAddress("contributor@example.org"))
                .orElseThrow()
                .id()
                .value();
        Actor self = new Actor(person, "Contributor", Set.of(Permission.CONTRIBUTE));
        var register = program.getBean(Register.class);
        var wsis = SmallRegister.wsis(program.getBean(ProjectCollections.class));
        Register.Taken taken = register.receive(
                wsis, SmallRegister.project("Kept by one person"), Reception.form(person, KeeperRole.OWNER), self);
        register.publish(taken.id(), Actor.system("test"));
        var drafts = program.getBean(ProjectDrafts.class);
        ProjectDraft draft = drafts.start(wsis, "en", self);
        Map<String, JsonNode> answers = SmallRegister.answers("Kept by one person and another");
        ProjectForm form = drafts.form(draft);
        List<String> sections = new ArrayList<>();
        for (ProjectForm.Section section : form.sections()) {
            drafts.saveAnswers(draft.id(), section, Integer.MAX_VALUE, null, answers, self);
            sections.add(section.code());
        }
        return new TracedDraft("/my/projects/drafts/" + draft.id(), sections, taken.number());
    }

    /// Everything the contributor comes by, from the start to the receipt and after.
    List<String> pages() {
        List<String> pages = new ArrayList<>(List.of("/stocktaking/new", "/my/projects", draft));
        sections.forEach(section -> pages.add(draft + "/sections/" + section));
        for (String end : List.of("/alike", "/files", "/consent", "/check", "/deletion")) pages.add(draft + end);
        String own = "/my/projects/" + entry;
        for (String end : List.of("", "/receipt", "/withdrawal")) pages.add(own + end);
        pages.add("/stocktaking/" + entry + "/claim");
        return pages;
    }
}
