-- What the secretariat says of terms, above the lists that come with the program: how strongly a term speaks for a
-- code, or that it does not at all.
CREATE TABLE suggestions.own_term (
    id          uuid PRIMARY KEY,
    vocabulary  text NOT NULL CHECK (vocabulary <> ''),
    code        text NOT NULL CHECK (code <> ''),
    language    text NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    term        text NOT NULL CHECK (length(term) BETWEEN 1 AND 100),
    -- The term as texts are compared with it: folded, without small words.
    compared    text NOT NULL CHECK (compared <> ''),
    -- 0 takes the term out.
    weight      numeric(2, 1) NOT NULL CHECK (weight BETWEEN 0 AND 4),
    changed_at  timestamptz NOT NULL,
    UNIQUE (vocabulary, code, language, compared)
);

-- Words that say nothing about any code, whatever was learnt of them.
CREATE TABLE suggestions.silent_word (
    language    text NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    word        text NOT NULL CHECK (length(word) BETWEEN 1 AND 40),
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (language, word)
);
