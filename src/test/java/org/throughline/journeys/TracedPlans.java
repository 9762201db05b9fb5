package org.throughline.journeys;

import java.util.List;
import java.util.stream.Stream;

/// The pages of road maps and of the chain of outputs, which every installation has from the start, and the desk of
/// the register of instruments.
final class TracedPlans {

    private static final List<String> PUBLIC = List.of(
            "/roadmaps",
            "/roadmaps/milestones/17",
            "/roadmaps/changes",
            "/roadmaps/itu/versions",
            "/roadmaps/action-lines",
            "/roadmaps/action-lines/C2",
            "/chain",
            "/chain/summary-2025",
            "/chain/orphans");

    private static final List<String> SECRETARIAT = List.of(
            "/mandates/desk",
            "/mandates/desk/instruments/pp-140",
            "/mandates/desk/paragraphs/new?of=pp-140",
            "/mandates/desk/tasks/new?of=unga-80-173",
            "/mandates/desk/actors/new",
            "/roadmaps/milestones/new",
            "/roadmaps/itu/versions",
            "/roadmaps/itu/edit",
            "/roadmaps/action-lines/C2/edit",
            "/chain/new",
            "/chain/summary-2025/edit",
            "/chain/feeds/new");

    private TracedPlans() {}

    static List<String> andPublic(List<String> others) {
        return Stream.concat(PUBLIC.stream(), others.stream()).toList();
    }

    static List<String> andSecretariat(List<String> others) {
        return Stream.concat(SECRETARIAT.stream(), others.stream()).toList();
    }
}
