package org.throughline.stocktaking;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ledger.CanonicalJson;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Storable;
import org.throughline.platform.WordCount;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Holds what was answered to the form, whichever way it came, and says everything that is wrong at once.
@Component
class ProjectCheck {

    /// Characters of a line and of a text where the form says nothing else.
    static final int LINE = 500;

    static final int TEXT = 30_000;
    // More than there are of anything that projects count.
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int ROWS = 100;
    private static final Set<String> PLACES = Set.of("countries", "regions");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

    private final Vocabulary vocabulary;

    ProjectCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Violation> check(ProjectForm form, NewProject project) {
        List<Violation> wrong = new ArrayList<>();
        if (!Languages.isKnown(project.language()) && !vocabulary.has(Vocabulary.LANGUAGES, project.language()))
            wrong.add(Violation.of("language", "stocktaking.check.language"));
        if (!project.consent().text()) wrong.add(Violation.of("consent.text", "stocktaking.check.consent"));
        Set<String> known = form.fields().map(Field::code).collect(Collectors.toSet());
        project.answers().keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> wrong.add(Violation.of(code, "stocktaking.check.unknown-field", code)));
        form.fields()
                .forEach(field -> check(field, field.code(), project.answers().get(field.code()), project, wrong));
        order(project, wrong);
        if (known.containsAll(PLACES)
                && PLACES.stream()
                        .allMatch(code -> Answers.isEmpty(project.answers().get(code))))
            wrong.add(Violation.of("countries", Violation.PLACE));
        if (project.text("title").isEmpty()
                && wrong.stream().noneMatch(one -> one.field().equals("title")))
            wrong.add(Violation.of("title", Violation.REQUIRED));
        return wrong;
    }

    private static void order(NewProject project, List<Violation> wrong) {
        var starts = PartialDate.first(project.text("startsOn"));
        var ends = PartialDate.last(project.text("endsOn"));
        if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get()))
            wrong.add(Violation.of("endsOn", "stocktaking.check.ends-before-start"));
    }

    private void check(Field field, String at, @Nullable JsonNode answer, NewProject project, List<Violation> wrong) {
        if (answer == null || Answers.isEmpty(answer)) {
            if (field.required()) wrong.add(Violation.of(at, missing(field)));
            return;
        }
        switch (field.kind()) {
            case SHORT_TEXT -> text(field, at, answer, LINE, project, wrong);
            case LONG_TEXT -> text(field, at, answer, TEXT, project, wrong);
            case SINGLE_CHOICE -> choice(field, at, answer, wrong);
            case MULTIPLE_CHOICE -> choices(field, at, answer, wrong);
            case DATE -> {
                if (!answer.isString()
                        || !PartialDate.isOne(answer.stringValue().strip()))
                    wrong.add(Violation.of(at, "stocktaking.check.date"));
            }
            case YES_NO -> {
                if (!answer.isBoolean()) wrong.add(Violation.of(at, "stocktaking.check.yes-no"));
            }
            case NUMBER -> {
                if (!answer.isNumber()
                        || !isWritable(answer)
                        || answer.decimalValue().abs().compareTo(LARGEST) > 0)
                    wrong.add(Violation.of(at, "stocktaking.check.number"));
            }
            case ADDRESS -> address(at, answer, wrong);
            case EMAIL -> {
                if (!answer.isString()
                        || !EMAIL.matcher(answer.stringValue().strip()).matches())
                    wrong.add(Violation.of(at, "stocktaking.check.email"));
            }
            case LINES -> lines(field, at, answer, project, wrong);
            case ROWS -> rows(field, at, answer, project, wrong);
        }
    }

    private static String missing(Field field) {
        return switch (field.kind()) {
            case SINGLE_CHOICE -> Violation.CHOOSE_ONE;
            case MULTIPLE_CHOICE -> Violation.CHOOSE_SOME;
            default -> Violation.REQUIRED;
        };
    }

    // Numbers that no program could read back the same are none.
    private static boolean isWritable(JsonNode number) {
        try {
            return !CanonicalJson.text(number).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void text(
            Field field, String at, JsonNode answer, int limit, NewProject project, List<Violation> wrong) {
        if (!answer.isString()) {
            wrong.add(Violation.of(at, "stocktaking.check.text"));
            return;
        }
        String text = answer.stringValue();
        int longest = field.maxLength() == 0 ? limit : field.maxLength();
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest)
            wrong.add(Violation.of(at, "stocktaking.check.too-long", longest));
        if (!Storable.is(text) || hasControls(text))
            wrong.add(Violation.of(at, "stocktaking.check.control-characters"));
        if (field.minWords() == 0 && field.maxWords() == 0) return;
        int words = WordCount.of(text);
        if (field.maxWords() > 0 && words > field.maxWords())
            wrong.add(Violation.of(at, "stocktaking.check.too-many-words", words, field.maxWords()));
        if (words < field.minWords())
            wrong.add(Violation.of(at, "stocktaking.check.too-few-words", words, field.minWords()));
    }

    // By hand: a stream of characters took a twelfth of the time of a check.
    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') return true;
        }
        return false;
    }

    private void choice(Field field, String at, JsonNode answer, List<Violation> wrong) {
        if (!answer.isString() || !isChoice(field, answer.stringValue()))
            wrong.add(Violation.of(at, "stocktaking.check.choice", Answers.text(answer)));
    }

    private void choices(Field field, String at, JsonNode answer, List<Violation> wrong) {
        if (!answer.isArray()) {
            wrong.add(Violation.of(at, "stocktaking.check.list"));
            return;
        }
        List<String> given = Answers.codes(answer);
        given.stream()
                .filter(code -> !isChoice(field, code))
                .forEach(code -> wrong.add(Violation.of(at, "stocktaking.check.choice", code)));
        if (field.max() > 0 && given.size() > field.max())
            wrong.add(Violation.of(at, "stocktaking.check.too-many", field.max()));
    }

    private boolean isChoice(Field field, String code) {
        if (!field.vocabulary().isEmpty()) return vocabulary.isChoice(field.vocabulary(), code);
        for (ProjectForm.Choice choice : field.choices()) if (choice.code().equals(code)) return true;
        return false;
    }

    private static void address(String at, JsonNode answer, List<Violation> wrong) {
        if (!answer.isString() || !isAddress(answer.stringValue().strip()))
            wrong.add(Violation.of(at, "stocktaking.check.address"));
    }

    /// Whether a text is an address that a browser may be sent to: http or https, with a host and nobody's password.
    static boolean isAddress(String text) {
        if (text.length() > 2000) return false;
        try {
            URI uri = URI.create(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void lines(Field field, String at, JsonNode answer, NewProject project, List<Violation> wrong) {
        if (!answer.isArray()) {
            wrong.add(Violation.of(at, "stocktaking.check.list"));
            return;
        }
        int most = field.max() == 0 ? ROWS : field.max();
        if (answer.size() > most) wrong.add(Violation.of(at, "stocktaking.check.too-many", most));
        for (int i = 0; i < Math.min(answer.size(), most); i++)
            if (field.code().equals("videoLinks")) address(at + "." + i, answer.get(i), wrong);
            else text(field, at + "." + i, answer.get(i), LINE, project, wrong);
    }

    private void rows(Field field, String at, JsonNode answer, NewProject project, List<Violation> wrong) {
        if (!answer.isArray() || !answer.valueStream().allMatch(JsonNode::isObject)) {
            wrong.add(Violation.of(at, "stocktaking.check.list"));
            return;
        }
        int most = field.max() == 0 ? ROWS : field.max();
        if (answer.size() > most) wrong.add(Violation.of(at, "stocktaking.check.too-many", most));
        boolean keyed = !field.vocabulary().isEmpty() || !field.choices().isEmpty();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(answer.size(), most); i++) {
            JsonNode row = answer.get(i);
            String key = Answers.text(row.get("key"));
            String place = at + "." + i;
            if (keyed && key.isEmpty()) wrong.add(Violation.of(place + ".key", Violation.CHOOSE_ONE));
            else if (keyed && !isChoice(field, key))
                wrong.add(Violation.of(place + ".key", "stocktaking.check.choice", key));
            else if (keyed && !seen.add(key)) wrong.add(Violation.of(place + ".key", "stocktaking.check.twice", key));
            for (Field part : field.parts())
                if (keyed && part.required() && Answers.isEmpty(row.get(part.code())))
                    wrong.add(Violation.of(place + "." + part.code(), Violation.REQUIRED_PART));
                else check(part, place + "." + part.code(), row.get(part.code()), project, wrong);
            parts(field, keyed, place, row, wrong);
        }
    }

    private static void parts(Field field, boolean keyed, String at, JsonNode row, List<Violation> wrong) {
        Set<String> known = field.parts().stream().map(Field::code).collect(Collectors.toSet());
        for (Map.Entry<String, JsonNode> one : row.properties())
            if (!known.contains(one.getKey()) && !(keyed && one.getKey().equals("key")))
                wrong.add(Violation.of(at + "." + one.getKey(), "stocktaking.check.unknown-field", one.getKey()));
    }
}
