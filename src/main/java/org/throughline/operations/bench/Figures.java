package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.platform.Json;

/// What was measured, as a plain table for people and as JSON for programs.
final class Figures {

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final PrintStream out;

    /// @param out where each figure is said as soon as it is known, so that a run that is broken off was not in vain
    Figures(PrintStream out) {
        this.out = out;
    }

    /// @param goal what the project wants to reach, `-` when it is only said for comparison
    /// @param floor what the same machine does without the program, and how that was measured
    record Figure(String part, String name, double value, String unit, String goal, String floor) {}

    void add(String part, String name, double value, String unit, String goal, String floor) {
        figures.add(new Figure(part, name, value, unit, goal, floor));
        out.println("  " + name + ": " + number(value) + " " + unit);
    }

    void remark(String text) {
        remarks.add(text);
    }

    void print(PrintStream out) {
        out.println();
        out.println(machine());
        String line = "%-10s %-52s %12s %-5s %-12s %s%n";
        out.printf(line, "part", "figure", "measured", "unit", "goal", "floor of the same run");
        for (Figure figure : figures)
            out.printf(
                    line,
                    figure.part(),
                    figure.name(),
                    number(figure.value()),
                    figure.unit(),
                    figure.goal(),
                    figure.floor());
        remarks.forEach(remark -> out.println("- " + remark));
    }

    void writeTo(Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().toString());
        all.put("machine", machine());
        all.put("figures", figures);
        all.put("remarks", remarks);
        try {
            Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d processors, load before and beside the run %.1f, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                system.getSystemLoadAverage(),
                system.getName(),
                system.getArch(),
                Runtime.version());
    }
}
