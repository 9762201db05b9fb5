package org.throughline.platform.web;

import com.zaxxer.hikari.HikariDataSource;

/// Another node on the same database, as far as hearing of changes goes: what watches [#pages] is told of what the
/// program under test changes, and the program of what is changed here.
public final class SecondNode implements AutoCloseable {

    private final PageStore pages = new PageStore();
    private final PageCluster cluster;

    public SecondNode(HikariDataSource owner) {
        cluster = new PageCluster(
                pages, new PageCluster.Access(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()), true);
        cluster.start();
        try {
            // A newcomer counts as company once every node has beaten again.
            Thread.sleep(PageCluster.LEASE.plusMillis(600));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public PageStore pages() {
        return pages;
    }

    @Override
    public void close() {
        cluster.stop();
    }
}
