package org.throughline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The program: one process that serves the record of a multistakeholder review.
@Modulithic(systemName = "Throughline")
@SpringBootApplication
public class Throughline {

    public static void main(String[] args) {
        org.springframework.boot.SpringApplication.run(Throughline.class, args);
    }
}
