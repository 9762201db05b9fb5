package org.throughline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// The program: one process that serves the record of a multistakeholder review.
@Modulithic(systemName = "Throughline")
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Throughline {

    public static void main(String[] args) {
        SpringApplication.run(Throughline.class, args);
    }
}
