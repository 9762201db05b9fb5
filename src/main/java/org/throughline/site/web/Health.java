package org.throughline.site.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Published;
import org.throughline.platform.access.OpenToAll;

/// For the machine that watches this one: alive means the process answers, ready means the database answers too.
@RestController
class Health {

    private final JdbcClient jdbc;
    private final Published published;

    Health(JdbcClient jdbc, Published published) {
        this.jdbc = jdbc;
        this.published = published;
    }

    @OpenToAll
    @GetMapping(path = "/livez", produces = MediaType.TEXT_PLAIN_VALUE)
    String alive() {
        return "alive\n";
    }

    @OpenToAll
    @GetMapping(path = "/readyz", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> ready() {
        try {
            jdbc.sql("SELECT 1").query(Integer.class).single();
            published.sql("SELECT 1").query(Integer.class).single();
            return ResponseEntity.ok("ready\n");
        } catch (RuntimeException databaseAway) {
            return ResponseEntity.status(503).body("not ready: the database does not answer\n");
        }
    }
}
