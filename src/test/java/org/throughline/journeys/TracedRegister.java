package org.throughline.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectModeration;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import tools.jackson.databind.JsonNode;

/// A register in which something of everything waits: an entry in two public versions with a third that waits, a new
/// one in Arabic that is nearly the same as another, one that was asked back, and a batch.
record TracedRegister(String slug, long versions, long waiting, long twin, UUID batch) {

    private static final Actor SECRETARIAT = Actor.system("test");

    static TracedRegister in(ApplicationContext program) {
        program.getBean(DemoPeople.class).ensure();
        var register = program.getBean(Register.class);
        ProjectCollection collection = SmallRegister.fresh(program.getBean(ProjectCollections.class));
        Register.Taken versions =
                SmallRegister.publish(register, collection, SmallRegister.project("Solar schools of the coast"));
        change(register, versions, "Solar schools of the whole coast");
        register.publish(versions.id(), SECRETARIAT);
        change(register, versions, "Solar schools and clinics of the coast");
        Register.Taken waiting = waiting(program, collection, "مدارس شمسية على الساحل", "ar");
        Register.Taken twin = waiting(program, collection, "مدارس شمسية على الساحل الشرقي", "ar");
        var asked = waiting(program, collection, "Which schools are these?", "en");
        program.getBean(ProjectModeration.class).askBack(asked.id(), 0, "How many schools are there?", SECRETARIAT);
        var batches = program.getBean(ProjectBatches.class);
        UUID batch = batches.begin(
                ProjectBatch.Kind.TAG,
                "for the panel",
                List.of(new ProjectBatches.Pick(twin.number(), 0)),
                SECRETARIAT);
        batches.work(batch);
        return new TracedRegister(collection.slug(), versions.number(), waiting.number(), twin.number(), batch);
    }

    private static void change(Register register, Register.Taken taken, String title) {
        register.change(
                taken.id(),
                register.find(taken.id()).orElseThrow().version(),
                SmallRegister.project(title),
                SECRETARIAT);
    }

    private static Register.Taken waiting(
            ApplicationContext program, ProjectCollection collection, String title, String language) {
        var keeper = program.getBean(People.class)
                .ensure(new EmailAddress("keeper-" + UUID.randomUUID() + "@example.org"), "Keeper", language);
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        return program.getBean(Register.class)
                .receive(
                        collection,
                        NewProject.of(language, answers, Consent.ALL),
                        Reception.form(keeper.id().value(), KeeperRole.OWNER),
                        SECRETARIAT);
    }

    /// What anybody may read of it.
    List<String> publicPages() {
        return List.of(
                "/stocktaking/" + versions,
                "/stocktaking/" + versions + "/versions",
                "/stocktaking/" + versions + "/versions?from=1&to=2",
                "/stocktaking/" + versions + "/versions/1");
    }

    /// Where the secretariat decides.
    List<String> deskPages() {
        String desk = "/stocktaking/desk";
        return List.of(
                desk + "?collection=" + slug,
                desk + "?collection=" + slug + "&state=asked-back",
                desk + "/" + versions,
                desk + "/" + waiting,
                desk + "/" + waiting + "/merge",
                desk + "/" + waiting + "/merge?with=" + twin,
                desk + "/batches",
                desk + "/batches/" + batch,
                desk + "/batches/new?do=publish&all=true&collection=" + slug,
                desk + "/batches/new?do=decline&n=" + waiting + ":0",
                desk + "/links",
                "/collections",
                "/collections/" + slug,
                "/collections/new",
                "/collections/" + slug + "/edit",
                "/collections/" + slug + "/form",
                "/collections/" + slug + "/form/section",
                "/collections/" + slug + "/form/section?code=project",
                "/collections/" + slug + "/form/field?kind=single-choice",
                "/collections/" + slug + "/form/field?code=claims",
                "/collections/" + slug + "/form/field?of=claims&code=amount",
                "/collections/" + slug + "/preview",
                "/collections/" + slug + "/preview?section=results",
                "/suggestions/terms",
                "/suggestions/terms?vocabulary=sdgs&code=3&language=ar&part=%D8%B5%D8%AD");
    }
}
