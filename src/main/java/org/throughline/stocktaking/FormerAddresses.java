package org.throughline.stocktaking;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Published;

/// Where entries were found before they came into this register: the identifier in an old address leads to the entry
/// for ever. An identifier that leads somewhere already is left as it is.
@Service
public class FormerAddresses {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final JdbcTemplate jdbc;
    private final Published published;

    FormerAddresses(JdbcTemplate jdbc, Published published) {
        this.jdbc = jdbc;
        this.published = published;
    }

    /// Whether this can be the identifier of an entry elsewhere.
    public static boolean isOne(String former) {
        return ID.matcher(former).matches();
    }

    /// Keeps the former identifiers of entries that were brought in, in the transaction that brings them in.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Map<String, ProjectId> former) {
        jdbc.batchUpdate(
                "INSERT INTO stocktaking.former_address (former_id, project_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                former.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getKey().toLowerCase(Locale.ROOT),
                            one.getValue().value()
                        })
                        .toList());
    }

    /// The number that an entry has now, which was public here at some time.
    public Optional<Long> number(String former) {
        if (!isOne(former)) return Optional.empty();
        return published
                .sql("SELECT number FROM stocktaking.published_former_address WHERE former_id = ?")
                .param(former.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .optional();
    }
}
