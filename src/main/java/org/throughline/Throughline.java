package org.throughline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.throughline.operations.CommandLine;

/// The program: one process that serves the record of a multistakeholder review. What it is told to do stands on
/// the command line, see [CommandLine].
@Modulithic(systemName = "Throughline")
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Throughline {

    public static void main(String[] words) {
        var status = new CommandLine(Throughline.class, System.out, System.err).run(words);
        if (status.isPresent()) System.exit(status.getAsInt());
    }
}
