package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.InputTags;
import org.throughline.platform.web.PageStore;
import org.throughline.world.Line;
import org.throughline.world.ThroughlineTest;

/// Pages that strangers and people who are signed in share: each reader sees the page as if it had been made for that
/// reader alone.
@ThroughlineTest
class SharedPagesTests {

    @Autowired
    ApplicationContext program;

    @Autowired
    DemoPeople people;

    @Autowired
    PageStore pages;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void everybodySeesTheSharedPageAsTheirOwn() throws Exception {
        TracedCall call = TracedCall.in(program);
        var stranger = new Line(port);
        Line chair = signedIn("chair");
        Line contributor = signedIn("contributor");
        List<String> addresses = new ArrayList<>();
        for (String path : call.publicPages()) addresses.addAll(List.of(path, path.equals("/") ? "/ar" : "/ar" + path));
        for (String address : addresses) {
            forget(call);
            String strangers = see(stranger, address);
            String chairs = see(chair, address);
            forget(call);
            String contributors = see(contributor, address);
            assertThat(see(stranger, address)).as(address).isEqualTo(strangers).contains("/sign-in?next=");
            assertThat(see(chair, address)).as(address).isEqualTo(chairs).contains("/sign-out");
            assertThat(see(contributor, address)).as(address).isEqualTo(contributors);
            assertThat(contributors).as(address).isNotEqualTo(chairs).isNotEqualTo(strangers);
        }
    }

    @Test
    void aPageMadeForOneIsKeptForAllUntilItChanges() throws Exception {
        TracedCall call = TracedCall.in(program);
        String address = call.path() + "/inputs/1";
        Line chair = signedIn("chair");
        Line contributor = signedIn("contributor");
        var stranger = new Line(port);
        assertThat(see(chair, address)).contains("connectivity");
        jdbc.sql("""
                UPDATE inputs.answer SET text = replace(text, 'connectivity', 'coverage')
                WHERE input_id = (SELECT i.id FROM inputs.input i JOIN calls.call c ON c.id = i.call_id
                WHERE c.slug = ? AND i.number = 1)""").param(call.slug()).update();
        for (Line reader : List.of(contributor, stranger))
            assertThat(see(reader, address)).contains("connectivity").doesNotContain("coverage");
        pages.changed(InputTags.input(call.slug(), 1));
        for (Line reader : List.of(chair, contributor, stranger))
            assertThat(see(reader, address)).contains("coverage");
    }

    @Test
    void whatIsSaidToOneReaderIsSaidOnceAndToNobodyElse() throws Exception {
        TracedCall call = TracedCall.in(program);
        var contributor = new Line(port);
        var stranger = new Line(port);
        people.ensure();
        String statistics = call.path() + "/statistics";
        contributor.signIn("contributor");
        assertThat(see(contributor, statistics)).contains("class=\"notice\"");
        for (Line reader : List.of(stranger, contributor))
            assertThat(see(reader, statistics)).doesNotContain("class=\"notice\"");
        contributor.signIn("contributor");
        assertThat(see(contributor, statistics)).contains("class=\"notice\"");
        for (Line reader : List.of(stranger, contributor))
            assertThat(see(reader, statistics)).doesNotContain("class=\"notice\"");
    }

    // Past the greeting.
    private Line signedIn(String persona) throws Exception {
        Line line = Line.signedIn(port, people, persona);
        line.see("/account");
        return line;
    }

    private static String see(Line reader, String address) throws Exception {
        return reader.see(address).text().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private void forget(TracedCall call) {
        pages.changed(
                "about",
                "calls",
                "reviews",
                "search",
                "vocabularies",
                "call:" + call.slug(),
                "summary:" + call.slug(),
                "review:" + call.review(),
                InputTags.list(call.slug()),
                InputTags.statistics(call.slug()),
                InputTags.input(call.slug(), 1),
                InputTags.input(call.slug(), 3));
    }
}
