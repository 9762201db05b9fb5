package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashSet;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.mandates.ShippedInstruments.InstrumentFact;
import org.throughline.platform.Certainty;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class MandatesTests {

    @Autowired
    private Mandates mandates;

    @Autowired
    private ShippedInstruments shipped;

    @Autowired
    private MockMvc web;

    @Test
    void everyShippedInstrumentIsThereOnceHoweverOftenTheProgramStarts() {
        int before = mandates.all().size();

        shipped.afterSingletonsInstantiated();

        assertThat(mandates.all()).hasSize(before);
        assertThat(mandates.all())
                .extracting(Instrument::slug)
                .containsAll(ShippedInstruments.read().instruments().stream()
                        .map(InstrumentFact::slug)
                        .toList());
    }

    @Test
    void revisionsStandInTheirOrderAndTheNewestIsInForce() {
        Instrument resolution = mandates.find("pp-140").orElseThrow();

        assertThat(resolution.revisions())
                .extracting(Revision::label)
                .containsExactly(
                        "Rev. Antalya, 2006",
                        "Rev. Guadalajara, 2010",
                        "Rev. Busan, 2014",
                        "Rev. Dubai, 2018",
                        "Rev. Bucharest, 2022");
        assertThat(resolution.current().label()).isEqualTo("Rev. Bucharest, 2022");
        assertThat(resolution.revisions())
                .filteredOn(one -> one.source().certainty() == Certainty.UNVERIFIED)
                .extracting(Revision::label)
                .containsExactly("Rev. Antalya, 2006");
    }

    @Test
    void whatOneSaysOfAnotherIsFoundFromBothEnds() {
        Instrument council = mandates.find("ecosoc-2006-46").orElseThrow();
        Instrument assembly = mandates.find("unga-60-252").orElseThrow();

        assertThat(mandates.says(council.id(), 100, 0))
                .anySatisfy(link -> assertThat(link.other().slug()).isEqualTo("unga-60-252"));
        assertThat(mandates.isSaid(assembly.id(), 100, 0))
                .anySatisfy(link -> assertThat(link.other().slug()).isEqualTo("ecosoc-2006-46"));
    }

    @Test
    void theShippedFactsAreWhole() {
        ShippedInstruments.Facts facts = ShippedInstruments.read();
        var slugs = new HashSet<String>();

        for (InstrumentFact one : facts.instruments()) {
            assertThat(slugs.add(one.slug())).as(one.slug()).isTrue();
            assertThat(one.topic().texts().keySet()).containsExactlyInAnyOrderElementsOf(Languages.ALL);
            assertThat(one.revisions()).isNotEmpty().allSatisfy(revision -> {
                assertThat(facts.sources()).containsKey(revision.source());
                assertThat(revision.date().isEmpty() || PartialDate.isOne(revision.date()))
                        .isTrue();
            });
            List<String> dates = one.revisions().stream()
                    .map(ShippedInstruments.RevisionFact::date)
                    .toList();
            assertThat(dates).isSorted();
        }
        assertThat(facts.references()).allSatisfy(one -> assertThat(slugs).contains(one.from(), one.to()));
        assertThat(facts.paragraphs()).allSatisfy(one -> assertThat(slugs).contains(one.instrument()));
    }

    @Test
    void thePagesSayWhatIsInForceAndWhatIsNotVerified() throws Exception {
        web.perform(get("/mandates"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Tunis Agenda for the Information Society")));
        web.perform(get("/mandates/pp-140"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Rev. Bucharest, 2022")))
                .andExpect(content().string(Matchers.containsString("not verified")));
        web.perform(get("/ar/mandates/pp-140"))
                .andExpect(content().string(Matchers.containsString("معرفة عامة بالمجال")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(Source.NO_PAGE))));
        web.perform(get("/mandates/no-such-instrument")).andExpect(status().isNotFound());
    }
}
