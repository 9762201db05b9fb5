package org.throughline.vocabulary;

import org.jspecify.annotations.Nullable;

/// Takes what people write under “stakeholder type” or “sector” for one of the types, in six languages and
/// Portuguese. Refuses “academia and technical community” as ambiguous: putting the two together is what
/// contributors object to.
public class StakeholderTypeMatcher {

    private final Vocabulary vocabulary;
    private volatile @Nullable NameIndex index;

    StakeholderTypeMatcher(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Match match(String raw) {
        var code = raw.strip();
        if (code.length() > Words.LONGEST) return Match.NOTHING;
        if (vocabulary.has(Vocabulary.STAKEHOLDER_TYPES, code)) return Match.of(code, 1, Match.How.CODE);
        var normal = Words.normal(raw);
        var found = index().find(normal);
        if (found.isEmpty()) found = index().findMisspelt(normal);
        if (!found.isEmpty()) {
            return found.codes().size() == 1
                    ? Match.of(found.codes().iterator().next(), found.confidence(), found.how())
                    : Match.ambiguous(found.codes());
        }
        var inside = index().within(normal, 3);
        if (inside.isEmpty()) return Match.NOTHING;
        return inside.size() == 1 ? Match.of(inside.iterator().next(), 0.6, Match.How.WITHIN) : Match.ambiguous(inside);
    }

    private NameIndex index() {
        var made = index;
        if (made == null) {
            made = new NameIndex();
            for (var term : vocabulary.terms(Vocabulary.STAKEHOLDER_TYPES)) {
                for (var name : term.names().texts().values()) made.add(name, term.code());
            }
            made.addFile("stakeholder-type-aliases.csv");
            index = made;
        }
        return made;
    }
}
