package org.throughline.search;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.throughline.platform.DataFolder;

/// Hibernate with its one entity, and Hibernate Search on top of it. The rest of the program knows nothing of
/// either: it writes with SQL in plain JDBC transactions, which this joins only to leave word of a changed entry.
final class Engine implements AutoCloseable {

    // Each batch is a commit of the index, and a commit of few entries costs as much again as indexing them.
    private static final int AT_ONCE = 1_000;
    private static final String PROCESSOR = "hibernate.search.coordination.event_processor.";

    private final SessionFactory sessions;
    private final DataSource dataSource;

    private Engine(SessionFactory sessions, DataSource dataSource) {
        this.sessions = sessions;
        this.dataSource = dataSource;
    }

    /// @param owner whether this process keeps the index; another one on the same data folder only leaves word of
    /// changes
    static Engine start(DataSource dataSource, DataFolder data, SearchSettings settings, boolean owner) {
        var configuration = new HibernatePersistenceConfiguration("search")
                .managedClasses(Entry.class)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .property("hibernate.allow_update_outside_transaction", true)
                .property("hibernate.jdbc.batch_size", 200)
                .property("hibernate.query.plan_cache_max_size", 64)
                .property("hibernate.hbm2ddl.auto", "none")
                .property("hibernate.search.schema_management.strategy", owner ? "create" : "none")
                .property("hibernate.search.indexing.listeners.enabled", false)
                .property("hibernate.search.mapping.configurer", BeanReference.ofInstance(binders()))
                .property("hibernate.search.coordination.strategy", "outbox-polling")
                .property(PROCESSOR + "enabled", owner)
                .property("hibernate.search.coordination.entity.mapping.agent.schema", "search")
                .property("hibernate.search.coordination.entity.mapping.agent.table", "hsearch_agent")
                .property("hibernate.search.coordination.entity.mapping.outboxevent.schema", "search")
                .property("hibernate.search.coordination.entity.mapping.outboxevent.table", "hsearch_outbox_event");
        // Who runs no processor is warned of every setting of one.
        if (owner)
            configuration
                    .property(PROCESSOR + "polling_interval", settings.pollingInterval())
                    .property(PROCESSOR + "batch_size", AT_ONCE)
                    .property(PROCESSOR + "retry_delay", 5);
        backend(data, settings)
                .forEach((name, value) -> configuration.property("hibernate.search.backend." + name, value));
        return new Engine(configuration.createEntityManagerFactory(), dataSource);
    }

    private static HibernateOrmSearchMappingConfigurer binders() {
        return context -> {
            var entry = context.programmaticMapping().type(Entry.class);
            entry.property("words").binder(new WordsBinder());
            entry.property("facets").binder(new FacetsBinder());
        };
    }

    // Few and short queues: each waiting document holds its whole text in memory.
    private static Map<String, ?> backend(DataFolder data, SearchSettings settings) {
        if (!settings.lucene()) return remote(settings);
        return Map.of(
                "type", "lucene",
                "lucene_version", "LATEST",
                "analysis.configurer", BeanReference.ofInstance(new Analysis()),
                "directory.root", data.folder("search").toString(),
                "thread_pool.size", "1",
                "indexing.queue_count", "1",
                "indexing.queue_size", "100",
                "io.writer.ram_buffer_size", "16",
                // Every term is looked up in every segment; small segments become larger ones soon.
                "io.merge.factor", "4",
                "io.merge.min_size", "8");
    }

    private static Map<String, Object> remote(SearchSettings settings) {
        Map<String, Object> all = new HashMap<>(settings.backend());
        all.putIfAbsent("analysis.configurer", BeanReference.ofInstance(new RemoteAnalysis()));
        return all;
    }

    /// Leaves word, in the owner's transaction, that the rows of these entries were written or deleted.
    void announce(Collection<UUID> entries) {
        if (entries.isEmpty()) return;
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Session session = sessions.withOptions().connection(connection).openSession()) {
            var plan = Search.session(session).indexingPlan();
            entries.forEach(id -> plan.addOrUpdate(Entry.named(id)));
            plan.execute();
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    Session open() {
        return sessions.openSession();
    }

    SessionFactory sessions() {
        return sessions;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
