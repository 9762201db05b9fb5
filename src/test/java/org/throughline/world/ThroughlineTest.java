package org.throughline.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// The whole program on a real PostgreSQL, started once for all tests: use this annotation and nothing that changes
/// the context. Tests make what they assert on and never assume an empty table.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"throughline.database.durable=false", "throughline.demo=true", "throughline.open-data.pace=0s"})
@ContextConfiguration(initializers = TestData.class)
@AutoConfigureMockMvc
public @interface ThroughlineTest {}
