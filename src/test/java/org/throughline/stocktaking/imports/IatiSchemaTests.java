package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.xml.sax.SAXException;

/// Our own statement of the IATI Standard says of every file what the standard's schema says.
@EnabledIfEnvironmentVariable(named = "THROUGHLINE_REFERENCE_DATA", matches = ".+")
class IatiSchemaTests {

    private static final int MUTATIONS = 600;
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-z-]*)(\\s[^<>]*)?/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z:-]+)=\"([^\"]*)\"");
    private static final List<String> VALUES = List.of(
            "",
            "x y",
            "-1",
            "12.5",
            "2024-02-30",
            "2024-01-01",
            "true",
            "1",
            "http://a b",
            "en",
            "99999999999",
            "not-a_lang!");

    private final Path data = Path.of(String.valueOf(System.getenv("THROUGHLINE_REFERENCE_DATA")));
    private final Random random = new Random(20_26);

    @Test
    void theSameVerdictOnTheStandardsExampleAndOnHundredsOfChangesToIt() throws IOException {
        Schema ours = IatiSchema.shipped();
        Schema theirs = IatiSchema.of(data.resolve("ship/iati-2.03"));
        String example = Files.readString(data.resolve("dev/iati-examples/activity-standard-example-annotated.xml"))
                .replaceAll("(?s)<!--.*?-->", "");
        assertThat(verdict(theirs, example)).isEmpty();
        assertThat(verdict(ours, example)).isEmpty();
        int refused = 0;
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            String[] mutant = mutant(example);
            String their = verdict(theirs, mutant[1]);
            String our = verdict(ours, mutant[1]);
            if (!their.isEmpty()) refused++;
            if (our.isEmpty() != their.isEmpty()) differing.add(mutant[0] + ": ours " + our + ", theirs " + their);
        }
        assertThat(differing).isEmpty();
        // Both kinds were seen, so that the equal verdicts say something.
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS * 19 / 20);
    }

    private static String verdict(Schema schema, String xml) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return "";
        } catch (SAXException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// What was done, and the file it made.
    private String[] mutant(String xml) {
        return switch (random.nextInt(8)) {
            case 0 -> without(xml);
            case 1 -> twice(xml);
            case 2 -> swapped(xml);
            case 3 -> renamedAttribute(xml);
            case 4, 5 -> otherValue(xml);
            case 6 -> foreign(xml);
            default -> withText(xml);
        };
    }

    private int[] element(String xml) {
        List<int[]> all = new ArrayList<>();
        Matcher at = ELEMENT.matcher(xml);
        while (at.find()) if (!at.group(1).startsWith("iati-activit")) all.add(new int[] {at.start(), end(xml, at)});
        return all.get(random.nextInt(all.size()));
    }

    private static int end(String xml, Matcher at) {
        if (at.group().endsWith("/>")) return at.end();
        int depth = 0;
        Matcher tag = Pattern.compile("<(/?)" + at.group(1) + "(?=[\\s/>])[^<>]*?(/?)>")
                .matcher(xml);
        tag.region(at.start(), xml.length());
        while (tag.find()) {
            if (!tag.group(2).isEmpty()) continue;
            depth += tag.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) return tag.end();
        }
        return xml.length();
    }

    private String[] without(String xml) {
        int[] at = element(xml);
        return new String[] {"without " + head(xml, at), xml.substring(0, at[0]) + xml.substring(at[1])};
    }

    private String[] twice(String xml) {
        int[] at = element(xml);
        return new String[] {
            "twice " + head(xml, at), xml.substring(0, at[1]) + xml.substring(at[0], at[1]) + xml.substring(at[1])
        };
    }

    private String[] swapped(String xml) {
        int[] at = element(xml);
        int next = xml.indexOf('<', at[1]);
        Matcher other = ELEMENT.matcher(xml);
        if (next < 0 || !other.find(next) || other.start() != next) return twice(xml);
        int end = end(xml, other);
        return new String[] {
            "swapped " + head(xml, at),
            xml.substring(0, at[0]) + xml.substring(next, end) + xml.substring(at[0], at[1]) + xml.substring(end)
        };
    }

    private Matcher attribute(String xml) {
        Matcher at = ATTRIBUTE.matcher(xml);
        int wanted = random.nextInt((int) ATTRIBUTE.matcher(xml).results().count());
        for (int i = 0; i <= wanted; i++) at.find();
        return at;
    }

    private String[] renamedAttribute(String xml) {
        Matcher at = attribute(xml);
        String name = random.nextBoolean() ? "surprise" : "ref2";
        return new String[] {"renamed " + at.group(), xml.substring(0, at.start(1)) + name + xml.substring(at.end(1))};
    }

    private String[] otherValue(String xml) {
        Matcher at = attribute(xml);
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return new String[] {
            at.group() + " becomes " + value, xml.substring(0, at.start(2)) + value + xml.substring(at.end(2))
        };
    }

    private String[] foreign(String xml) {
        int[] at = element(xml);
        boolean named = random.nextBoolean();
        String more = named ? "<f:more xmlns:f=\"urn:example:other\" a=\"b\">x</f:more>" : "<more/>";
        boolean attribute = random.nextBoolean();
        if (!attribute)
            return new String[] {"added after " + head(xml, at), xml.substring(0, at[1]) + more + xml.substring(at[1])};
        int space = at[0] + head(xml, at).length();
        return new String[] {
            "attribute in " + head(xml, at),
            xml.substring(0, space) + " xmlns:f=\"urn:example:other\" f:a=\"b\" xml:lang=\""
                    + (named ? "fr" : "no language") + "\"" + xml.substring(space)
        };
    }

    private String[] withText(String xml) {
        int[] at = element(xml);
        int open = xml.indexOf('>', at[0]);
        if (xml.charAt(open - 1) == '/') return without(xml);
        return new String[] {"text in " + head(xml, at), xml.substring(0, open + 1) + "words" + xml.substring(open + 1)
        };
    }

    private static String head(String xml, int[] at) {
        Matcher name = Pattern.compile("<[a-z-]+").matcher(xml);
        return name.find(at[0]) ? name.group() : "";
    }
}
