package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.platform.Ids;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.FormerAddresses;
import org.throughline.stocktaking.ImportIntake;
import org.throughline.stocktaking.ProjectId;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Progress;
import org.throughline.tables.RefusedFile;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Files of projects, as they go in, are refused, come again and are taken back.
@ThroughlineTest
class ProjectImportTests extends ImportingProjects {

    private static final String MAPPING = """
            {"source": "test", "key": "id", "language": {"constant": "en"},
             "answers": {"title": "name", "summary": "about", "goals": {"constant": "To test."},
               "activityType": {"constant": "project"}, "status": {"column": "state", "values": {"open": "ongoing", "over": "completed"}},
               "startsOn": "from", "countries": "where", "actionLines": {"column": "lines", "split": "+"},
               "sdgs": {"column": "goals", "split": ","}, "entityName": "who", "entityType": {"constant": "CSO"},
               "relation": {"constant": "nominator"}, "contactEmail": "mail"},
             "derive": ["coverage"], "mayLack": ["sdgs"],
             "consent": {"name": true, "text": true}, "consentBasis": "For the test"}""";
    private static final String HEAD = "id,name,about,state,from,where,lines,goals,who,mail\n";
    private static final String ONE =
            "1,Solar schools,Schools get power.,open,\"January 17, 2020\",KOREA (REP. OF),C2 + C7 e-learning,\"4,7\",Society A,secret.one@example.org\n";
    private static final String TWO =
            "2,Village radio,Radio for villages.,over,17 mars 2021,\"Kenya; Uganda / Rwanda\",C9,,Society B,secret.two@example.org\n";
    private static final String THREE =
            "3,World portal,A portal for everybody.,open,2022,INTERNATIONAL,C3,17,Society C,\n";

    @Autowired
    FormerAddresses formerAddresses;

    private final ProjectMapping mapping = ProjectMapping.parse(MAPPING, "test");

    @Test
    void rowsBecomeProjectsInTheShapesOfTheForm() throws IOException {
        ProjectImportResult result = run(file("in.csv", HEAD + ONE + TWO + THREE), mapping, true);
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(3);
        var one = answers("Solar schools");
        assertThat(Answers.codes(one.get("countries"))).containsExactly("KR");
        assertThat(Answers.codes(one.get("actionLines"))).containsExactly("C2", "C7-ELEA");
        assertThat(Answers.codes(one.get("sdgs"))).containsExactly("4", "7");
        assertThat(Answers.text(one.get("startsOn"))).isEqualTo("2020-01-17");
        assertThat(Answers.text(one.get("coverage"))).isEqualTo("national");
        assertThat(one.has("contactEmail")).isFalse();
        var two = answers("Village radio");
        assertThat(Answers.codes(two.get("countries"))).containsExactly("KE", "UG", "RW");
        assertThat(Answers.text(two.get("status"))).isEqualTo("completed");
        var three = answers("World portal");
        assertThat(Answers.codes(three.get("regions"))).containsExactly("GLOBAL");
        assertThat(Answers.text(three.get("coverage"))).isEqualTo("international");
        assertThat(publicTitles()).containsExactly("Solar schools", "Village radio", "World portal");
    }

    @Test
    void oldAddressesLeadToWhatWasBroughtIn() throws IOException {
        String former = "f" + Ids.next();
        ProjectMapping named =
                ProjectMapping.parse(MAPPING.replace("\"language\":", "\"formerId\": \"old\", \"language\":"), "test");
        String head = HEAD.strip() + ",old\n";
        run(file("in.csv", head + ONE.strip() + "," + former + "\n"), named, true);
        assertThat(refusedText()).isEmpty();
        assertThat(formerAddresses.number(former)).isPresent();
        assertThat(run(file("in.csv", head + TWO.strip() + ",../etc\n"), named, true)
                        .refused())
                .isEqualTo(1);
        assertThat(refusedText()).contains("cannot be the number in an old address");
    }

    @Test
    void withoutPublicationTheyWait() throws IOException {
        assertThat(run(file("in.csv", HEAD + ONE), mapping, false).taken()).isEqualTo(1);
        assertThat(publicTitles()).isEmpty();
    }

    @Test
    void publicationNeedsABasis() throws IOException {
        Path file = file("in.csv", HEAD + ONE);
        ProjectMapping none = ProjectMapping.parse(MAPPING.replace("For the test", ""), "test");
        var bare = new ProjectImporter.Order(Ids.next(), collection, file, none, true, "", false);
        assertThatThrownBy(
                        () -> importer.run(bare, new RefusedFile(refused(), messages.in("en")), actor, Progress.NONE))
                .isInstanceOf(ImportFailed.class)
                .hasMessage("stocktaking.imports.no-basis");
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceWithTheField() throws IOException {
        ProjectImportResult result = run(
                file(
                        "in.csv",
                        HEAD + "9,,No name.,maybe,03/04/2020,Atlantis,C99,44,Society,nobody\n" + ONE + ONE
                                + ",x,,,,,,,,\n"),
                mapping,
                false);
        assertThat(result.taken()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(3);
        assertThat(refusedText())
                .contains("title: This is needed.")
                .contains("status: “maybe” is none of the choices.")
                .contains("startsOn: “03/04/2020” can mean 2020-04-03 or 2020-03-04.")
                .contains("countries: The country “Atlantis” is not known.")
                .contains("actionLines: “C99” is none of the choices.")
                .contains("sdgs: “44” is none of the choices.")
                .contains("contactEmail: Give an e-mail address")
                .contains("Another row of the file has the same key.")
                .contains("The row has no key.");
    }

    @Test
    void importingAgainDoublesNothingAndTakesOverWhatTheSourceSaysNow() throws IOException {
        run(file("in.csv", HEAD + ONE + TWO + THREE), mapping, true);
        ProjectImportResult same = run(file("in.csv", HEAD + ONE + TWO + THREE), mapping, true);
        assertThat(List.of(same.taken(), same.changed(), same.already())).containsExactly(0L, 0L, 3L);
        ProjectImportResult other = run(
                file("in.csv", HEAD + ONE.replace("Schools get power.", "All schools get power.") + TWO + THREE),
                mapping,
                true);
        assertThat(List.of(other.taken(), other.changed(), other.already())).containsExactly(0L, 1L, 2L);
        assertThat(Answers.text(answers("Solar schools").get("summary"))).isEqualTo("All schools get power.");
        assertThat(publicTitles()).hasSize(3);
    }

    @Test
    void aLookTakesNothingIn() throws IOException {
        ProjectImportResult result = run(file("in.csv", HEAD + ONE + TWO), mapping, true, true);
        assertThat(result.taken()).isEqualTo(2);
        assertThat(result.preview().firsts()).hasSize(2);
        assertThat(publicTitles()).isEmpty();
    }

    @Test
    void whatSomebodyLooksAfterNowIsLeftAlone() throws IOException {
        run(file("in.csv", HEAD + ONE), mapping, true);
        jdbc.sql("""
                INSERT INTO stocktaking.keeper (project_id, person, role, since)
                SELECT id, gen_random_uuid(), 'owner', now() FROM stocktaking.project WHERE collection_id = ?""").param(collection.id()).update();
        ProjectImportResult again = run(file("in.csv", HEAD + ONE.replace("Schools", "No schools")), mapping, true);
        assertThat(again.changed()).isZero();
        assertThat(refusedText()).contains("somebody looks after it now");
        ImportUndo.Undone undone = undo(firstJob());
        assertThat(List.of(undone.withdrawn(), undone.kept())).containsExactly(0L, 1L);
        assertThat(refusedText()).contains("so it stays");
        assertThat(publicTitles()).containsExactly("Solar schools");
    }

    @Test
    void whatTheSecretariatTookOutOfSightDoesNotComeBack() throws IOException {
        run(file("in.csv", HEAD + ONE + TWO), mapping, true);
        register.unpublish(idOf("Solar schools"), "Not about the register’s subject.", actor);
        var allowed = new Consent(false, true, false, false, false);
        register.consent(idOf("Village radio"), allowed, actor);
        ProjectImportResult again = run(
                file(
                        "in.csv",
                        (HEAD + ONE + TWO).replace("Schools get", "Pupils get").replace("Radio for", "Radios for")),
                mapping,
                true);
        assertThat(List.of(again.changed(), again.refused())).containsExactly(0L, 2L);
        assertThat(publicTitles()).containsExactly("Village radio");
    }

    private ProjectId idOf(String title) {
        return jdbc.sql("""
                SELECT p.id FROM stocktaking.project p JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                WHERE p.collection_id = ? AND r.title = ?""")
                .params(collection.id(), title)
                .query((row, n) -> new ProjectId(row.getObject(1, java.util.UUID.class)))
                .single();
    }

    @Test
    void anImportCanBeUndoneAndDoneAgain() throws IOException {
        run(file("in.csv", HEAD + ONE + TWO), mapping, true);
        var first = job;
        run(file("in.csv", HEAD + ONE.replace("Schools get", "Pupils get") + THREE), mapping, true);
        ImportUndo.Undone second = undo(job);
        assertThat(List.of(second.withdrawn(), second.restored(), second.kept()))
                .containsExactly(1L, 1L, 0L);
        assertThat(Answers.text(answers("Solar schools").get("summary"))).isEqualTo("Schools get power.");
        assertThat(publicTitles()).containsExactly("Solar schools", "Village radio");
        assertThat(run(file("in.csv", HEAD + ONE + TWO), mapping, true).already())
                .isEqualTo(2);
        assertThat(undo(first).withdrawn()).isEqualTo(2);
        assertThat(publicTitles()).isEmpty();
        assertThat(jdbc.sql("SELECT kind FROM stocktaking.published_tombstone WHERE collection = ?")
                        .param(collection.slug())
                        .query(String.class)
                        .list())
                .hasSize(3)
                .containsOnly("withdrawn");
        assertThat(run(file("in.csv", HEAD + ONE + TWO), mapping, true).taken()).isEqualTo(2);
    }

    @Autowired
    ImportIntake intake;

    @Test
    void whatIsTouchedWhileAnImportIsTakenBackStays() throws IOException {
        run(file("in.csv", HEAD + ONE + TWO + THREE), mapping, true);
        List<ImportIntake.Effect> read = intake.effects(job, null, 10);
        assertThat(read).allMatch(ImportIntake.Effect::stands);
        jdbc.sql("INSERT INTO stocktaking.keeper (project_id, person, role, since) VALUES (?, ?, 'owner', now())")
                .params(idOf("Solar schools").value(), Ids.next())
                .update();
        ProjectId changed = idOf("World portal");
        register.change(
                changed,
                register.find(changed).orElseThrow().version(),
                SmallRegister.project("Changed by its keeper"),
                actor);
        intake.undo(job, collection, read, actor);
        assertThat(publicTitles()).containsExactly("Solar schools", "World portal");
        assertThat(register.find(changed).orElseThrow().title()).isEqualTo("Changed by its keeper");
        assertThat(run(file("in.csv", HEAD + ONE), mapping, true).already()).isEqualTo(1);
    }

    @Test
    void oldAddressesAreFreeAgainWhenAnImportIsTakenBack() throws IOException {
        String former = "f" + Ids.next();
        ProjectMapping named =
                ProjectMapping.parse(MAPPING.replace("\"language\":", "\"formerId\": \"old\", \"language\":"), "test");
        String text = HEAD.strip() + ",old\n" + ONE.strip() + "," + former + "\n";
        run(file("in.csv", text), named, true);
        undo(job);
        assertThat(formerAddresses.number(former)).isEmpty();
        run(file("in.csv", text), named, true);
        assertThat(formerAddresses.number(former).flatMap(register::find))
                .hasValueSatisfying(one -> assertThat(one.withdrawnAt()).isNull());
    }

    @Test
    void columnsCalledLikeTheFieldsNeedNoMapping() throws IOException {
        ProjectImportResult result = run(
                file(
                        "in.csv",
                        "key,title,Kind of activity,activityType,summary,goals,status,coverage,countries,actionLines,sdgs,entityName,entityType,relation,language,consent.text,consent.name\n"
                                + "a,By its name,,project,Words.,Goals.,ongoing,national,KE;UG,C1;C2,\"[{\"\"key\"\": \"\"4\"\", \"\"linkage\"\": \"\"So.\"\"}]\",Us,CSO,owner,en,yes,yes\n"),
                null,
                true);
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(1);
        assertThat(answers("By its name").at("/sdgs/0/linkage").stringValue()).isEqualTo("So.");
        assertThat(Answers.codes(answers("By its name").get("countries"))).containsExactly("KE", "UG");
    }

    @Test
    void aDumpOfAnotherInstallationNeedsToldOnlyWhatMayBeDone() throws IOException {
        String dump =
                "number,url,state,language,title,activityType,summary,goals,startsOn,ongoing,status,coverage,countries,actionLines,sdgs,sdgLinkages,partners,entityName,entityType,relation,quotable\n"
                        + "77,https://example.org/stocktaking/77,public,en,From afar,project,Words.,Goals.,2024-03,true,ongoing,national,KE,C2;C7-ELEA,4,\"[{\"\"key\"\": \"\"4\"\", \"\"target\"\": \"\"4.4\"\", \"\"linkage\"\": \"\"So.\"\"}]\",\"A\nB\",Us,CSO,owner,true\n";
        ProjectMapping told = ProjectMapping.parse(
                "{\"source\": \"elsewhere\", \"consent\": {\"text\": true, \"name\": true, \"quotation\": \"quotable\"}}",
                "x");
        assertThat(run(file("in.csv", dump), told, true).taken()).isEqualTo(1);
        assertThat(refusedText()).isEmpty();
        var read = answers("From afar");
        assertThat(read.at("/sdgs/0/target").stringValue()).isEqualTo("4.4");
        assertThat(Answers.codes(read.get("partners"))).containsExactly("A", "B");
        assertThat(run(file("in.csv", dump), told, true).already()).isEqualTo(1);
    }

    @Test
    void valuesWithinJsonAreFoundByTheirPath() throws IOException {
        ProjectMapping paths = ProjectMapping.parse("""
                {"key": "id", "language": {"constant": "en"},
                 "answers": {"title": "name.long", "summary": "name.long", "countries": "places[].country",
                   "sdgs": {"each": "goals", "parts": {"key": "n", "linkage": "why"}},
                   "entityName": "orgs[role=lead].name", "partners": "orgs[].name", "website": "links[0]"},
                 "mayLack": ["activityType", "goals", "status", "coverage", "actionLines", "entityType", "relation"],
                 "consent": {"text": true}}""", "test");
        run(file("in.jsonl", """
                        {"id": 1, "name": {"long": "Paths"}, "places": [{"country": "Peru"}, {"country": "Chile"}], "goals": [{"n": 4, "why": "First."}, {"n": 4, "why": "Second."}], "orgs": [{"role": "help", "name": "B"}, {"role": "lead", "name": "A"}], "links": ["www.example.org"]}
                        """), paths, false);
        assertThat(refusedText()).isEmpty();
        var read = answers("Paths");
        assertThat(Answers.codes(read.get("countries"))).containsExactly("PE", "CL");
        assertThat(read.at("/sdgs/0/linkage").stringValue()).isEqualTo("First.\n\nSecond.");
        assertThat(Answers.text(read.get("entityName"))).isEqualTo("A");
        assertThat(Answers.codes(read.get("partners"))).containsExactly("B");
        assertThat(Answers.text(read.get("website"))).isEqualTo("https://www.example.org");
    }

    @Test
    void aMappingIsHeldToFormFileAndItself() {
        assertThatThrownBy(() -> ProjectMapping.parse("{\"answers\": {}, \"surprise\": 1}", "x"))
                .hasMessage("imports.mapping.no-member");
        assertThatThrownBy(() -> ProjectMapping.parse("{\"derive\": [\"everything\"]}", "x"))
                .hasMessage("imports.mapping.no-member");
        assertThatThrownBy(() -> run(
                        file("in.csv", "a\n1\n"),
                        ProjectMapping.parse("{\"answers\": {\"nothing\": \"a\"}}", "x"),
                        false))
                .hasMessage("stocktaking.imports.mapping.no-field");
        assertThatThrownBy(() -> run(
                        file("in.csv", "a\n1\n"),
                        ProjectMapping.parse("{\"answers\": {\"title\": \"b[]\"}}", "x"),
                        false))
                .hasMessage("imports.mapping.no-column");
        assertThatThrownBy(() -> run(file("in.csv", "a\n1\n"), null, false))
                .hasMessage("stocktaking.imports.mapping.none-fits");
    }

    private java.util.UUID firstJob() {
        return jdbc.sql("SELECT id FROM stocktaking.import_job WHERE collection_id = ? ORDER BY id LIMIT 1")
                .param(collection.id())
                .query(java.util.UUID.class)
                .single();
    }

    private ImportUndo.Undone undo(java.util.UUID which) throws IOException {
        Files.deleteIfExists(refused());
        return undoing.run(which, collection, new RefusedFile(refused(), messages.in("en")), actor, Progress.NONE);
    }
}
