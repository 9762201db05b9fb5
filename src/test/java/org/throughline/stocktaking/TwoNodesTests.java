package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.web.SecondNode;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Two nodes on one database: what one of them acknowledges, the lists of the other one show with the next answer.
/// Nothing is waited for here: by the time the first node has answered, the second one knows.
@ThroughlineTest
class TwoNodesTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    HikariDataSource ownerDataSource;

    @Autowired
    Published published;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Register register;

    @Autowired
    RegisterIndex first;

    private SecondNode node;
    private RegisterIndex second;
    private ProjectCollection collection;

    @BeforeEach
    void another() {
        node = new SecondNode(ownerDataSource);
        second = new RegisterIndex(new IndexRows(published), node.pages(), Clock.systemUTC());
        collection = SmallRegister.fresh(collections);
        assertThat(numbers(second)).isEmpty();
    }

    @AfterEach
    void leave() {
        node.close();
    }

    private List<Long> numbers(RegisterIndex index) {
        return index.ask(board -> board.page(
                RegisterQuery.Sort.NEWEST,
                board.matching(Map.of(Facet.COLLECTION, List.of(collection.slug())), null, null),
                0,
                100));
    }

    private long publish(String title) {
        return SmallRegister.publish(register, collection, SmallRegister.project(title))
                .number();
    }

    @Test
    void theOtherNodeListsWhatIsPublishedWithdrawnAndMergedHere() {
        long one = publish("Solar power for village schools");
        assertThat(numbers(second)).containsExactly(one);
        long two = publish("Solar power for schools in villages");
        assertThat(numbers(second)).containsExactlyInAnyOrder(one, two).isEqualTo(numbers(first));
        register.withdraw(register.find(two).orElseThrow().id(), SECRETARIAT);
        assertThat(numbers(second)).containsExactly(one);
        long three = publish("Sun for schools");
        assertThat(numbers(second)).hasSize(2);
        register.merge(
                register.find(three).orElseThrow().id(),
                register.find(one).orElseThrow().id(),
                SECRETARIAT);
        assertThat(numbers(second)).containsExactly(one).isEqualTo(numbers(first));
    }

    @Test
    void aRegisterThatIsRenamedOrGetsAnotherFormReloadsNothing() {
        long one = publish("Solar power for village schools");
        assertThat(numbers(second)).containsExactly(one);
        long before = second.reloads();
        collections.rename(
                collections.find(collection.slug()).orElseThrow(),
                collections.find(collection.slug()).orElseThrow().version(),
                LocalizedText.of("en", "Another name"),
                collection.purpose(),
                SECRETARIAT);
        collections.changeForm(collections.find(collection.slug()).orElseThrow(), StandardForm.read(), SECRETARIAT);
        assertThat(numbers(second)).containsExactly(one);
        assertThat(second.reloads()).isEqualTo(before);
    }

    @Test
    void whatTheOtherNodeMissedWhileItWasCutOffIsReadWhenItHearsAgain() {
        long one = publish("Solar power for village schools");
        assertThat(numbers(second)).containsExactly(one);
        node.close();
        long two = publish("Written while nobody told");
        node = new SecondNode(ownerDataSource);
        var later = new RegisterIndex(new IndexRows(published), node.pages(), Clock.systemUTC());
        assertThat(numbers(later)).containsExactlyInAnyOrder(one, two);
        soon(() -> numbers(first).size() == 2);
    }

    private static void soon(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) if (System.nanoTime() > end) throw new AssertionError("Not in ten seconds");
    }
}
