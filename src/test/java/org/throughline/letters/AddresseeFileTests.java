package org.throughline.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.letters.SmallLetter.SECRETARIAT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.letters.AddresseeFile.Effect;
import org.throughline.letters.AddresseeFile.Line;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class AddresseeFileTests {

    @Autowired
    private AddresseeFile file;

    @Autowired
    private Addressees addressees;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    private String states() {
        String code = "s" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("""
                INSERT INTO letters.addressee_class (code, name, of_states, position) VALUES (?, '{"en": "States for tests"}', true, 99)""").param(code).update();
        return code;
    }

    @Test
    void eachLineSaysWhatItWouldDoAndWrongOnesAreLeftOut() {
        String code = states();
        String csv = "\uFEFFclass;country;name;focal_point;email;language;since\r\n"
                + code + ";Kenya;;\"Doe; Jane\";jane@example.org;en;2024-02-01\r\n"
                + code + ";KE;;Other;other@example.org;en;\r\n"
                + code + ";FR;;;;;\r\n"
                + code + ";Atlantis;;;;;\r\n"
                + "no-such-class;DE;;;;;\r\n"
                + code + ";DE;;Nobody;no address;en;\r\n"
                + code + ";IT;;Late;late@example.org;en;" + LocalDate.now().plusDays(3) + "\r\n";
        assertThat(file.look(csv, SECRETARIAT).lines())
                .extracting(Line::effect)
                .containsExactly(
                        Effect.ADD_WITH_FOCAL_POINT,
                        Effect.TWICE,
                        Effect.ADD,
                        Effect.WRONG_COUNTRY,
                        Effect.WRONG_CLASS,
                        Effect.WRONG_FOCAL_POINT,
                        Effect.WRONG_SINCE);
        assertThat(addressees.current(code, SECRETARIAT)).isEmpty();

        file.take(csv, SECRETARIAT);
        List<Addressee> there = addressees.current(code, SECRETARIAT);
        assertThat(there).extracting(Addressee::country).containsExactly("FR", "KE");
        assertThat(there.getLast().focalPoint())
                .satisfies(one -> assertThat(one.name()).isEqualTo("Doe; Jane"));
        assertThat(file.take(csv, SECRETARIAT).lines().subList(0, 1))
                .extracting(Line::effect)
                .containsExactly(Effect.NOTHING);
        String next = "class,country,focal_point,email\n" + code + ",KE,John Doe,john@example.org\n" + code
                + ",FR,Marie,marie@example.org\n";
        assertThat(file.take(next, SECRETARIAT).lines())
                .extracting(Line::effect)
                .containsExactly(Effect.REPLACE, Effect.APPOINT);
        assertThat(addressees.focalPoints(there.getLast().id(), SECRETARIAT)).hasSize(2);
    }

    @Test
    void theTableIsLookedAtBeforeItIsTaken() throws Exception {
        String code = states();
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String path = "/letters/desk/addressees/import";
        String csv = "class,country\n" + code + ",CH\n";
        assertThat(secretariat.send(path, "csv", "something,else\n1,2\n").status())
                .isEqualTo(422);
        assertThat(secretariat.send(path, "csv", csv).words()).contains("What would happen", "Switzerland");
        assertThat(addressees.current(code, SECRETARIAT)).isEmpty();
        assertThat(secretariat.send(path, "csv", csv, "act", "take").words()).contains("What happened");
        assertThat(addressees.current(code, SECRETARIAT)).hasSize(1);
        assertThat(Visitor.as(web, people, "contributor").see(path).status()).isEqualTo(403);
    }
}
