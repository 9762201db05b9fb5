package org.throughline.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.ProjectCollection;

/// What a report is about and has in it. The same recipe on the same data gives the same report.
///
/// @param collection the register it reports on
/// @param regions ITU regions; empty for the whole world
/// @param period which projects count
/// @param lines the action lines with a chapter of their own
/// @param digests how many projects each of these chapters tells about
/// @param featured projects that are told about before others, by number
/// @param languages in which files are made; pages are in all six
/// @param language of what the secretariat wrote for it
/// @param words what the secretariat wrote for it
public record Recipe(
        LocalizedText title,
        String collection,
        List<String> regions,
        Period period,
        List<Chapter> chapters,
        List<String> lines,
        List<Figure> figures,
        int digests,
        List<Long> featured,
        List<String> languages,
        String language,
        Words words) {

    public static final int MOST_DIGESTS = 30;
    public static final int MOST_FEATURED = 200;
    public static final int LONGEST_TEXT = 20_000;

    public Recipe {
        regions = List.copyOf(regions);
        lines = List.copyOf(lines);
        figures = List.copyOf(figures);
        featured = List.copyOf(featured);
        languages = List.copyOf(languages);
        var all = chapters.isEmpty() ? EnumSet.noneOf(Chapter.class) : EnumSet.copyOf(chapters);
        Arrays.stream(Chapter.values()).filter(Chapter::isAlways).forEach(all::add);
        chapters = List.copyOf(all);
        if (digests < 0 || digests > MOST_DIGESTS) throw new IllegalArgumentException("Digests: " + digests);
        if (collection.isBlank()) throw new IllegalArgumentException("A report is about a register");
    }

    /// What of a project has to lie in a period.
    public enum Basis {
        RECEIVED("received"),
        CHANGED("changed"),
        STARTED("started");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }

        @JsonCreator
        public static Basis of(String code) {
            return Arrays.stream(values())
                    .filter(basis -> basis.code.equals(code))
                    .findFirst()
                    .orElse(RECEIVED);
        }
    }

    /// From the first to the last year, both included; a year of 0 leaves that side open. Refuses a period that
    /// ends before it begins.
    public record Period(Basis basis, int from, int to) {

        public static final Period ALL = new Period(Basis.RECEIVED, 0, 0);

        public Period {
            if (from != 0 && to != 0 && from > to) throw new IllegalArgumentException(from + " to " + to);
        }

        public boolean isOpen() {
            return from == 0 && to == 0;
        }
    }

    /// What the secretariat wrote, paragraphs apart by empty lines; empty where nothing.
    public record Words(String introduction, String conclusions, String acknowledgements) {

        public static final Words NONE = new Words("", "", "");
    }

    public boolean has(Chapter chapter) {
        return chapters.contains(chapter);
    }

    public boolean isOfWsis() {
        return collection.equals(ProjectCollection.WSIS);
    }
}
