package org.throughline.notices;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.directory.PersonId;
import org.throughline.notices.Profile.Field;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What members show of themselves. Nobody has a page who has not asked for one, each field on it is there by its
/// own consent, and a page is found only by those who have its address, unless its owner wants more. Readers see
/// them through the public's own door, which knows nothing that is not shown.
@Service
public class Profiles {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 1_000;
    // Without signs that are mistaken for one another.
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SHOWN =
            "SELECT slug, name, organisation, country, languages, interests, findable FROM notices.published_profile";

    private final JdbcClient jdbc;
    private final Published published;
    private final People people;
    private final PageStore pages;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Published published, People people, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /// One's own profile; before the first time, a closed one with the name of the account.
    @Transactional(readOnly = true)
    public Profile mine(Actor actor) {
        Person self = self(actor);
        return jdbc.sql("""
                SELECT slug, name, organisation, country, languages, interests, shows_name, shows_organisation,
                       shows_country, shows_languages, shows_interests, public, findable, version
                FROM notices.profile WHERE person = ?""")
                .param(self.id().value())
                .query(Profiles::profile)
                .optional()
                .orElseGet(
                        () -> new Profile("", self.name(), "", null, List.of(), List.of(), Set.of(), false, false, 0));
    }

    private Person self(Actor actor) {
        if (actor.person() == null) throw Refusal.signInFirst();
        return people.find(new PersonId(actor.person())).orElseThrow(Refusal::notFound);
    }

    /// Keeps what somebody says of themselves. Refuses a profile that was changed in another tab since it was
    /// opened.
    @Transactional
    public void save(Profile profile, Actor actor) {
        UUID person = self(actor).id().value();
        Profile before = mine(actor);
        if (before.version() != profile.version()) throw Refusal.stale();
        String slug = before.slug().isEmpty() ? freshSlug() : before.slug();
        int changed = jdbc.sql("""
                INSERT INTO notices.profile AS p (person, slug, name, organisation, country, languages, interests, shows_name,
                    shows_organisation, shows_country, shows_languages, shows_interests, public, findable, version, changed_at)
                VALUES (:person, :slug, :name, :organisation, :country, :languages, :interests, :n, :o, :c, :l, :i, :open,
                        :findable, 1, :now)
                ON CONFLICT (person) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
                    country = excluded.country, languages = excluded.languages, interests = excluded.interests,
                    shows_name = excluded.shows_name, shows_organisation = excluded.shows_organisation,
                    shows_country = excluded.shows_country, shows_languages = excluded.shows_languages,
                    shows_interests = excluded.shows_interests, public = excluded.public, findable = excluded.findable,
                    version = p.version + 1, changed_at = excluded.changed_at
                WHERE p.version = :version""")
                .param("person", person)
                .param("slug", slug)
                .param("name", profile.name())
                .param("organisation", profile.organisation())
                .param("country", profile.country())
                .param("languages", profile.languages().toArray(String[]::new))
                .param("interests", profile.interests().toArray(String[]::new))
                .param("n", profile.shown().contains(Field.NAME))
                .param("o", profile.shown().contains(Field.ORGANISATION))
                .param("c", profile.shown().contains(Field.COUNTRY))
                .param("l", profile.shown().contains(Field.LANGUAGES))
                .param("i", profile.shown().contains(Field.INTERESTS))
                .param("open", profile.open())
                .param("findable", profile.open() && profile.findable())
                .param("now", Timestamp.from(clock.instant()))
                .param("version", profile.version())
                .update();
        if (changed == 0) throw Refusal.stale();
        pages.changed(tag(slug), LIST);
    }

    /// What the page of the list of members depends on.
    public static final String LIST = "members";

    /// What the page of one member depends on.
    public static String tag(String slug) {
        return "member:" + slug;
    }

    private static String freshSlug() {
        var slug = new StringBuilder();
        for (int i = 0; i < 10; i++) slug.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        return slug.toString();
    }

    /// The page of a member who wants one.
    public Optional<Profile.Shown> find(String slug) {
        return published
                .sql(SHOWN + " WHERE slug = ?")
                .param(slug)
                .query(Profiles::shown)
                .optional();
    }

    /// Some of the members who want to be found.
    ///
    /// @param next whether there are more after these
    public record Page(List<Profile.Shown> members, long total, int page, boolean next) {}

    /// Members who want to be found, by what they show.
    ///
    /// @param words in name or organisation; empty for everybody
    /// @param country a code; empty for every country
    public Page list(String words, String country, int page) {
        int shown = Math.clamp(page, 1, LAST_PAGE);
        String where = """
                 WHERE findable AND (:words = '' OR strpos(lower(name), lower(:words)) > 0
                                  OR strpos(lower(organisation), lower(:words)) > 0)
                       AND (:country = '' OR country = :country)""";
        long total = published
                .sql("SELECT count(*) FROM notices.published_profile " + where)
                .param("words", words)
                .param("country", country)
                .query(Long.class)
                .single();
        List<Profile.Shown> members = published
                .sql(SHOWN + " " + where + " ORDER BY lower(name), slug LIMIT " + (PAGE + 1) + " OFFSET :offset")
                .param("words", words)
                .param("country", country)
                .param("offset", (shown - 1) * PAGE)
                .query(Profiles::shown)
                .list();
        boolean next = members.size() > PAGE;
        return new Page(next ? members.subList(0, PAGE) : members, total, shown, next);
    }

    @EventListener
    void on(PersonDeleted event) {
        jdbc.sql("DELETE FROM notices.profile WHERE person = ? RETURNING slug")
                .param(event.person().value())
                .query(String.class)
                .list()
                .forEach(slug -> pages.changed(tag(slug), LIST));
    }

    private static Profile profile(ResultSet row, int n) throws SQLException {
        Set<Field> shown = EnumSet.noneOf(Field.class);
        if (row.getBoolean("shows_name")) shown.add(Field.NAME);
        if (row.getBoolean("shows_organisation")) shown.add(Field.ORGANISATION);
        if (row.getBoolean("shows_country")) shown.add(Field.COUNTRY);
        if (row.getBoolean("shows_languages")) shown.add(Field.LANGUAGES);
        if (row.getBoolean("shows_interests")) shown.add(Field.INTERESTS);
        return new Profile(
                row.getString("slug"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("country"),
                texts(row, "languages"),
                texts(row, "interests"),
                shown,
                row.getBoolean("public"),
                row.getBoolean("findable"),
                row.getInt("version"));
    }

    private static Profile.Shown shown(ResultSet row, int n) throws SQLException {
        return new Profile.Shown(
                row.getString("slug"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("country"),
                texts(row, "languages"),
                texts(row, "interests"),
                row.getBoolean("findable"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
