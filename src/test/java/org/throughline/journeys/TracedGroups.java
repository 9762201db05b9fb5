package org.throughline.journeys;

import java.util.List;
import java.util.stream.Stream;

/// The pages of groups, meetings and documents, behind those of a call.
final class TracedGroups {

    private static final List<String> PUBLIC = List.of(
            "/documents",
            "/groups",
            "/groups/cwg-wsis-sdg",
            "/groups/ungis",
            "/groups/recommendations",
            "/groups/cwg-wsis-sdg/meetings/41");
    private static final List<String> SECRETARIAT = List.of(
            "/documents/desk",
            "/groups/new",
            "/groups/cwg-wsis-sdg/edit",
            "/groups/cwg-wsis-sdg/seats/new",
            "/groups/cwg-wsis-sdg/meetings/new");

    private TracedGroups() {}

    static List<String> andPublic(String... others) {
        return Stream.concat(Stream.of(others), PUBLIC.stream()).toList();
    }

    static List<String> andSecretariat(String... others) {
        return Stream.concat(Stream.of(others), SECRETARIAT.stream()).toList();
    }
}
