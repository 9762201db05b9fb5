package org.throughline.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after a command: options with a value (`--port 8080` or `--port=8080`), switches (`--quick`) and the
/// rest.
public final class Arguments {

    private final Map<String, String> options = new HashMap<>();
    private final Set<String> switches = new HashSet<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments() {}

    /// Refuses every option that is not named here.
    ///
    /// @param withValue names of options that take a value, without the dashes
    /// @param without names of switches, without the dashes
    public static Arguments parse(List<String> words, Set<String> withValue, Set<String> without) {
        var arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--") || word.equals("--")) {
                arguments.rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (without.contains(name) && equals < 0) {
                arguments.switches.add(name);
            } else if (withValue.contains(name)) {
                if (equals < 0 && i + 1 == words.size()) throw new WrongUse("The option --" + name + " needs a value.");
                String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
                if (arguments.options.put(name, value) != null)
                    throw new WrongUse("The option --" + name + " stands twice.");
            } else {
                throw new WrongUse("Unknown option: --" + name);
            }
        }
        return arguments;
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public String required(String name) {
        return option(name).orElseThrow(() -> new WrongUse("The option --" + name + " is missing."));
    }

    public boolean has(String name) {
        return switches.contains(name);
    }

    /// The words that are no options, in order.
    public List<String> rest() {
        return List.copyOf(rest);
    }

    /// The only word that is no option.
    ///
    /// @param what how the help names it, such as `FILE`
    public String only(String what) {
        if (rest.size() == 1) return rest.getFirst();
        throw new WrongUse(
                rest.isEmpty()
                        ? what + " is missing."
                        : "Expected one " + what + " but got: " + String.join(" ", rest));
    }

    public Path onlyFile(String what) {
        return Path.of(only(what));
    }

    /// A number within bounds.
    public Optional<Integer> number(String name, int least, int most) {
        return option(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) return number;
            } catch (NumberFormatException notANumber) {
                // Said below.
            }
            throw new WrongUse(
                    "The option --" + name + " takes a number from " + least + " to " + most + ", not: " + text);
        });
    }
}
