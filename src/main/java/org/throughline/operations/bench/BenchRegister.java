package org.throughline.operations.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Sent;
import org.throughline.stocktaking.Register.Taken;

/// `bench-register --projects N`: fills the register with that many made-up published projects, through the services
/// that an import uses.
@Component
class BenchRegister implements Command {

    private static final int BATCH = 500;

    private final Register register;
    private final ProjectCollections collections;

    BenchRegister(Register register, ProjectCollections collections) {
        this.register = register;
        this.collections = collections;
    }

    @Override
    public String name() {
        return "bench-register";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        int count = arguments.number("projects", 0, 10_000_000).orElse(SampleProject.TODAY);
        Actor actor = Actor.system("measurement");
        ProjectCollection wsis = collections.find(ProjectCollection.WSIS).orElseThrow();
        var sample = new SampleProject(new ManyWords());
        long began = System.nanoTime();
        for (int from = 1; from <= count; from += BATCH) {
            List<Sent> batch = new ArrayList<>();
            for (int number = from; number < Math.min(count + 1, from + BATCH); number++) {
                var reception = new Reception(
                        Reception.Origin.IMPORT,
                        null,
                        null,
                        "bench-" + number,
                        null,
                        sample.receivedAt(number, count),
                        sample.confirmedAt(number, count));
                batch.add(new Sent(sample.project(number), reception));
            }
            List<Taken> taken = register.receiveAll(wsis, batch, actor);
            register.publishAll(
                    taken.stream().map(Taken::id).toList(),
                    sample.receivedAt(from, count).plus(Duration.ofDays(7)),
                    actor);
            if (from / BATCH % 100 == 0) out.println(from + BATCH - 1 + " of " + count);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        out.println(count + " projects in " + time.toMillis() + " ms");
        return 0;
    }
}
