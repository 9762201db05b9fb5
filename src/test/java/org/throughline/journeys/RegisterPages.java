package org.throughline.journeys;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.opendata.Dumps;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import tools.jackson.databind.JsonNode;

/// Projects of the register, in two directions of writing, one of them gone, and the pages on which they are found
/// and read.
record RegisterPages(long english, long arabic, long gone) {

    static RegisterPages in(ApplicationContext program) {
        Register register = program.getBean(Register.class);
        ProjectCollection wsis = SmallRegister.wsis(program.getBean(ProjectCollections.class));
        Map<String, JsonNode> whole = SmallRegister.answers("Solar schools of Kisumu");
        SmallRegister.put(whole, "website", "\"https://solar.example.org/\"");
        SmallRegister.put(whole, "partners", "[\"Example Union\", \"اتحاد المثال\"]");
        SmallRegister.put(whole, "gdc", "[\"1\"]");
        SmallRegister.put(
                whole,
                "claims",
                "[{\"text\": \"Pupils reached\", \"amount\": 40000, \"unit\": \"persons\", \"asOf\": \"2024-12\"}]");
        SmallRegister.put(
                whole,
                "impact",
                "[{\"key\": \"social\", \"qualitative\": \"Pupils stay.\", \"quantitative\": \"9 in 10\"}]");
        long english = SmallRegister.publish(register, wsis, NewProject.of("en", whole, Consent.ALL))
                .number();
        Map<String, JsonNode> answers = SmallRegister.answers("مدارس القرى المتصلة");
        SmallRegister.put(answers, "summary", "\"تحصل مدارس القرى على الكهرباء والاتصال.\"");
        SmallRegister.put(answers, "countries", "[\"EG\", \"KE\"]");
        long arabic = SmallRegister.publish(register, wsis, NewProject.of("ar", answers, Consent.ALL))
                .number();
        Register.Taken gone = SmallRegister.publish(register, wsis, SmallRegister.project("Solar schools that went"));
        register.withdraw(gone.id(), Actor.system("test"));
        program.getBean(Dumps.class).take(Actor.system("test"));
        return new RegisterPages(english, arabic, gone.number());
    }

    /// Every kind of page that anybody may read.
    List<String> publicPages() {
        return List.of(
                "/stocktaking",
                "/stocktaking?q=schools&country=KE",
                "/stocktaking?q=nothingofthekind&country=KE&actionLine=C2",
                "/stocktaking?view=table&country=KE",
                "/stocktaking?view=map",
                "/stocktaking?view=matrix",
                "/stocktaking?all=country",
                "/stocktaking/" + english,
                "/stocktaking/" + arabic,
                "/stocktaking/" + gone,
                "/data/register",
                "/countries",
                "/countries/KE",
                "/action-lines",
                "/action-lines/C2");
    }
}
