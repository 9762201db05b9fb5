package org.throughline.stocktaking;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.platform.access.Permission;
import org.throughline.world.SmallRegister;

/// A public entry that Amina owns, and Bruno, who has nothing to do with it yet.
abstract class KeptEntry {

    static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    OwnProjects own;

    @Autowired
    Keepers keepers;

    @Autowired
    PublishedProjects published;

    @Autowired
    People people;

    Person amina;
    Person bruno;
    ProjectId id;
    long number;

    @BeforeEach
    void anEntryOfAmina() {
        amina = somebody("Amina Example");
        bruno = somebody("Bruno Example");
        var taken = register.receive(
                SmallRegister.fresh(collections),
                SmallRegister.project("Solar schools " + UUID.randomUUID()),
                Reception.form(amina.id().value(), KeeperRole.OWNER),
                actor(amina));
        register.publish(taken.id(), SECRETARIAT);
        id = taken.id();
        number = taken.number();
    }

    Person somebody(String name) {
        return people.ensure(new EmailAddress("k" + UUID.randomUUID() + "@example.net"), name, "fr");
    }

    static Actor actor(Person person) {
        return new Actor(person.id().value(), person.name(), Set.of(Permission.CONTRIBUTE));
    }
}
