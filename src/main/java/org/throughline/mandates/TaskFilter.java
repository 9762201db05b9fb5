package org.throughline.mandates;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Which tasks of a list are wanted; an empty part asks nothing. A value that nothing has finds nothing.
///
/// @param actor the code of one who is asked
/// @param line the code of an action line
/// @param evidence `none` for tasks without any
public record TaskFilter(String actor, String verb, String status, String line, String evidence) {

    public static final TaskFilter ALL = new TaskFilter("", "", "", "", "");
    public static final String NONE = "none";

    public boolean accepts(Task task, LocalDate today) {
        return (actor.isEmpty()
                        || task.asked().stream()
                                .anyMatch(one -> one.body().code().equals(actor)))
                && (verb.isEmpty() || task.verbWord().filter(verb::equals).isPresent())
                && (status.isEmpty() || task.status(today).word().equals(status))
                && (line.isEmpty() || task.actionLines().contains(line))
                && (evidence.isEmpty()
                        || evidence.equals(NONE) && task.evidence().isEmpty());
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// The same with another status.
    public TaskFilter withStatus(String other) {
        return new TaskFilter(actor, verb, other, line, evidence);
    }

    /// The same with or without the question for evidence.
    public TaskFilter withEvidence(String other) {
        return new TaskFilter(actor, verb, status, line, other);
    }

    /// As the query of an address, without the question mark; empty where nothing is asked.
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("actor", actor);
        parts.put("verb", verb);
        parts.put("status", status);
        parts.put("line", line);
        parts.put("evidence", evidence);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(TaskFilter::written)
                .collect(Collectors.joining("&"));
    }

    private static String written(Map.Entry<String, String> part) {
        return part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8);
    }
}
