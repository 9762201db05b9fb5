package org.throughline.stocktaking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.throughline.platform.web.PageStore;
import org.throughline.search.Matches;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchResults.State;

/// Projects that are like one: that share words of its title and its action lines, goals and countries, where what
/// few share counts more than what many share. Kept for a while; a change of any of them is seen at once.
@Service
public class SimilarProjects implements PageStore.Watcher {

    private static final int MOST = 5;
    private static final int WORDS = 6;
    private static final int SHORTEST_WORD = 3;
    /// What more than one in so many have tells little, and would make everything a candidate.
    private static final int RARE = 20;
    private static final double WORD = 1.5;
    static final int ENOUGH = 500;

    /// How long a page is kept that was made while words could not be looked for.
    private static final Duration PARTLY_KNOWN = Duration.ofSeconds(20);

    private final Projects projects;
    private final PublishedProjects published;
    private final Search search;
    private final PageStore pages;
    private final Cache<Long, List<Alike>> kept = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(6))
            .build();
    // One project is like many, so lines are kept by themselves.
    private final Cache<Long, ProjectLine> lines =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Object keeping = new Object();
    private long changes;

    SimilarProjects(Projects projects, PublishedProjects published, Search search, PageStore pages) {
        this.projects = projects;
        this.published = published;
        this.search = search;
        this.pages = pages;
        pages.watch(this);
    }

    @Override
    public void changed(Set<String> tags) {
        Set<Long> numbers = new HashSet<>();
        for (String tag : tags)
            if (tag.startsWith(RegisterTags.PROJECT))
                numbers.add(Long.valueOf(tag.substring(RegisterTags.PROJECT.length())));
        if (numbers.isEmpty()) return;
        synchronized (keeping) {
            changes++;
            lines.invalidateAll(numbers);
            kept.asMap()
                    .entrySet()
                    .removeIf(one -> numbers.contains(one.getKey())
                            || one.getValue().stream().map(Alike::number).anyMatch(numbers::contains));
        }
    }

    @Override
    public void changedSomewhere() {
        synchronized (keeping) {
            changes++;
            lines.invalidateAll();
            kept.invalidateAll();
        }
    }

    /// @param words of its title, as they are written there, that the other one has too
    private record Alike(long number, List<String> words) {}

    /// A project that is like another one.
    ///
    /// @param words that they share, of the other one's title
    public record Similar(ProjectLine line, List<String> words) {}

    /// The most alike first, at most five, of the same register; none where nothing is alike.
    public List<Similar> of(PublishedProject project) {
        long begun;
        synchronized (keeping) {
            begun = changes;
        }
        List<Alike> alike = kept.getIfPresent(project.number());
        if (alike == null) {
            List<Matches> words = words(project);
            alike = alike(project, words);
            if (words.stream().allMatch(one -> one.state() == State.READY))
                keep(kept, Map.of(project.number(), alike), begun);
            else pages.freshFor(PARTLY_KNOWN);
        }
        List<Long> numbers = alike.stream().map(Alike::number).toList();
        Map<Long, ProjectLine> found = new HashMap<>(lines.getAllPresent(numbers));
        if (found.size() < numbers.size()) {
            List<Long> others =
                    numbers.stream().filter(one -> !found.containsKey(one)).toList();
            Map<Long, ProjectLine> read = new HashMap<>();
            published.lines(others).forEach(line -> read.put(line.number(), line));
            keep(lines, read, begun);
            found.putAll(read);
        }
        return alike.stream()
                .filter(one -> found.containsKey(one.number()))
                .map(one -> new Similar(found.get(one.number()), one.words()))
                .toList();
    }

    // What changed meanwhile may not be true of them any more.
    private <T> void keep(Cache<Long, T> cache, Map<Long, T> read, long begun) {
        synchronized (keeping) {
            if (begun == changes) cache.putAll(read);
        }
    }

    // Where one word cannot be looked for, the others are not waited for either.
    private List<Matches> words(PublishedProject project) {
        List<Matches> found = new ArrayList<>();
        for (String word : longest(project.title())) {
            found.add(search.matches(SearchQuery.of("\"" + word + "\"", project.language())
                    .ofKinds(List.of(ProjectSearch.KIND))
                    .ordered(SearchQuery.Order.NEWEST)));
            if (found.getLast().state() == State.UNAVAILABLE) break;
        }
        return found;
    }

    private static List<String> longest(String title) {
        return TitlePrint.words(title).stream()
                .distinct()
                .filter(word ->
                        word.length() >= SHORTEST_WORD || word.codePoints().anyMatch(Character::isIdeographic))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(WORDS)
                .toList();
    }

    private static List<String> asWritten(String title) {
        Map<String, String> written = new HashMap<>();
        for (String piece : title.split("[\\s\\p{P}\\p{S}]+"))
            for (String word : TitlePrint.words(piece)) written.putIfAbsent(word, piece);
        return longest(title).stream()
                .map(word -> written.getOrDefault(word, word))
                .toList();
    }

    private List<Alike> alike(PublishedProject project, List<Matches> words) {
        int self = Math.toIntExact(project.number());
        List<RoaringBitmap> having = new ArrayList<>();
        for (Matches one : words) {
            RoaringBitmap numbers = new RoaringBitmap();
            if (!one.similar()) numbers.add(one.numbers());
            having.add(numbers);
        }
        List<String> written = asWritten(project.title());
        return projects.board(board -> alike(board, project, having, written, self));
    }

    /// @param having who shares it
    private record Sign(RoaringBitmap having, double weight) {}

    private static List<Alike> alike(
            Board board, PublishedProject project, List<RoaringBitmap> words, List<String> written, int self) {
        RoaringBitmap all = board.matching(Map.of(Facet.COLLECTION, List.of(project.collection())), null, null);
        double size = Math.max(1, all.getCardinality());
        List<Sign> signs = new ArrayList<>();
        for (RoaringBitmap having : words) {
            double rarity = rarity(having, size);
            if (rarity > 0) signs.add(new Sign(having, WORD * rarity));
        }
        RoaringBitmap candidates = candidates(words, size);
        candidates.and(all);
        candidates.remove(self);
        List<RoaringBitmap> codes = shared(board, project);
        codes.forEach(having -> {
            double rarity = rarity(having, size);
            if (rarity > 0) signs.add(new Sign(having, rarity));
        });
        List<Scored> scored = new ArrayList<>();
        candidates.forEach((int number) -> {
            double score = 0;
            for (Sign sign : signs) if (sign.having().contains(number)) score += sign.weight();
            // A word alone makes no two projects alike.
            if (moreThanOne(number, words, codes)) scored.add(new Scored(number, score));
        });
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::number))
                .limit(MOST)
                .map(one -> new Alike(one.number(), shared(words, written, one.number(), size)))
                .toList();
    }

    private static boolean moreThanOne(int number, List<RoaringBitmap> words, List<RoaringBitmap> codes) {
        return Stream.concat(words.stream(), codes.stream())
                        .filter(having -> having.contains(number))
                        .limit(2)
                        .count()
                > 1;
    }

    // What most have in common is no reason.
    private static List<String> shared(List<RoaringBitmap> words, List<String> written, long number, double size) {
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < words.size(); i++)
            if (isRare(words.get(i), size) && words.get(i).contains((int) number)) shared.add(written.get(i));
        return shared;
    }

    private static boolean isRare(RoaringBitmap having, double size) {
        return having.getCardinality() * RARE <= size + RARE * 10;
    }

    private record Scored(long number, double score) {}

    // The rarest word's entries first, of a common one those that share another word too. However large the register,
    // no more than so many are compared.
    static RoaringBitmap candidates(List<RoaringBitmap> words, double size) {
        RoaringBitmap candidates = new RoaringBitmap();
        List<RoaringBitmap> rare = words.stream()
                .sorted(Comparator.comparingInt(RoaringBitmap::getCardinality))
                .takeWhile(having -> isRare(having, size))
                .toList();
        for (RoaringBitmap having : rare) {
            if (candidates.getCardinality() + having.getCardinality() > ENOUGH)
                for (RoaringBitmap other : rare)
                    if (other != having) fill(candidates, RoaringBitmap.and(having, other));
            fill(candidates, having);
        }
        return candidates;
    }

    private static void fill(RoaringBitmap candidates, RoaringBitmap more) {
        int room = ENOUGH - candidates.getCardinality();
        if (room > 0) candidates.or(RoaringBitmap.andNot(more, candidates).limit(room));
    }

    private static List<RoaringBitmap> shared(Board board, PublishedProject project) {
        List<RoaringBitmap> shared = new ArrayList<>();
        Map<Facet, List<String>> values = Map.of(
                Facet.ACTION_LINE, project.actionLines(),
                Facet.SDG, project.sdgs(),
                Facet.COUNTRY, project.countries(),
                Facet.BENEFICIARY, project.beneficiaries());
        values.forEach((facet, codes) ->
                codes.forEach(code -> shared.add(board.matching(Map.of(facet, List.of(code)), null, null))));
        return shared;
    }

    private static double rarity(RoaringBitmap having, double size) {
        return having.isEmpty() ? 0 : Math.log(size / having.getCardinality());
    }
}
