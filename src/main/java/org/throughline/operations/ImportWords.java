package org.throughline.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.WrongUse;
import org.throughline.tables.RemoteImport;

/// What is to be imported, and where: here, or on a server elsewhere.
record ImportWords(String what, Arguments arguments) {

    private static final String INPUTS = "inputs";
    private static final String PROJECTS = "projects";

    static ImportWords of(List<String> words) {
        if (words.isEmpty() || words.getFirst().startsWith("--"))
            throw new WrongUse("Say what to import, for example: import inputs");
        String what = words.getFirst();
        Arguments arguments = Arguments.parse(words.subList(1, words.size()), options(what), switches(what));
        var wanted = new ImportWords(what, arguments);
        boolean elsewhere = wanted.isForServer() || arguments.option("token").isPresent();
        if (elsewhere && !Set.of(INPUTS, PROJECTS).contains(what))
            throw new WrongUse("Only inputs and projects can be handed to a server elsewhere. Run import " + what
                    + " on the server’s machine, with --data and its data folder; the server may be running.");
        return wanted;
    }

    private static Set<String> options(String what) {
        return switch (what) {
            case INPUTS -> Set.of("call", "mapping", "data", "server", "token");
            case PROJECTS -> Set.of("collection", "mapping", "consent-basis", "data", "server", "token");
            default -> Set.of("data", "server", "token");
        };
    }

    private static Set<String> switches(String what) {
        return switch (what) {
            case INPUTS -> Set.of("dry-run");
            case PROJECTS -> Set.of("dry-run", "publish");
            default -> Set.of();
        };
    }

    boolean isForServer() {
        return arguments.option("server").isPresent();
    }

    /// How the file is handed to a server.
    RemoteImport.Kind remote() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("dryRun", String.valueOf(arguments.has("dry-run")));
        if (what.equals(INPUTS))
            return new RemoteImport.Kind(
                    RemoteImport.Kind.path("/api/v1/calls/" + arguments.required("call") + "/imports", query),
                    "input",
                    "inputs");
        query.put("collection", arguments.option("collection").orElse(""));
        query.put("publish", String.valueOf(arguments.has("publish")));
        query.put("consentBasis", arguments.option("consent-basis").orElse(""));
        return new RemoteImport.Kind(RemoteImport.Kind.path("/api/v1/projects/imports", query), "project", "taken");
    }
}
