package org.throughline.vocabulary;

/// Names one term of one vocabulary, whatever its version: `action-lines/C7-EGOV`. Refuses blank parts.
public record TermId(String scheme, String code) {

    public TermId {
        if (scheme.isBlank() || code.isBlank())
            throw new IllegalArgumentException("A term needs a vocabulary and a code");
    }

    @Override
    public String toString() {
        return scheme + "/" + code;
    }
}
