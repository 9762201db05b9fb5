package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of each part inside its document, for links and as `eId` of Akoma Ntoso: `sec_2`, `para_12__subpara_a`.
/// What has a number of its own is named by it, so that an edit elsewhere does not move it; the rest is counted.
final class Places {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final String[] SECTIONS = {"sec", "subsec", "clause"};
    private static final String[] PARAGRAPHS = {"para", "subpara", "item", "point"};

    private final List<String> places = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<String> sections = new ArrayList<>();
    private final List<String> numbered = new ArrayList<>();

    private Places() {}

    static List<String> of(List<Part> parts) {
        var made = new Places();
        List<Integer> depths = depths(parts);
        for (int i = 0; i < parts.size(); i++) made.place(parts.get(i), depths.get(i));
        return List.copyOf(made.places);
    }

    /// How deep each part stands by its number; 0 for what has none.
    static List<Integer> depths(List<Part> parts) {
        var numbers = new ArrayList<@Nullable String>();
        for (Part part : parts) numbers.add(part instanceof Part.Numbered one ? one.number() : null);
        return Numbers.depths(numbers);
    }

    private void place(Part part, int depth) {
        switch (part) {
            case Part.Heading heading -> heading(heading.level());
            case Part.Numbered one -> numbered(one, depth);
            case Part.Paragraph _ -> counted("p");
            case Part.Bullets _ -> counted("list");
            case Part.Ordered _ -> counted("list");
            case Part.Table _ -> counted("table");
            case Part.Quote _ -> counted("quote");
        }
    }

    private void counted(String kind) {
        places.add(kind + "_" + taken.merge(kind, 1, Integer::sum));
    }

    private void heading(int level) {
        int at = Math.min(level - 1, sections.size());
        while (sections.size() > at) sections.removeLast();
        String inside = sections.isEmpty() ? "" : sections.getLast() + "__";
        String kind = inside + SECTIONS[at];
        String name = kind + "_" + taken.merge(kind, 1, Integer::sum);
        sections.add(name);
        numbered.clear();
        places.add(name);
    }

    private void numbered(Part.Numbered one, int depth) {
        int at = Math.min(depth, numbered.size());
        while (numbered.size() > at) numbered.removeLast();
        String kind = (numbered.isEmpty() ? "" : numbered.getLast() + "__") + PARAGRAPHS[Math.min(at, 3)];
        String core = Numbers.core(one.number()).replace(' ', '-');
        boolean plain = PLAIN.matcher(core).matches();
        String name = kind + "_" + (plain ? core : "n" + taken.merge(kind, 1, Integer::sum));
        int before = taken.merge("=" + name, 1, Integer::sum);
        if (before > 1) name += "-" + before;
        numbered.add(name);
        places.add(name);
    }
}
