package org.throughline.operations;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts Spring with settings from the command line.
final class Programs {

    private Programs() {}

    /// @param settings what the command line says; it stands above every file
    /// @param defaults what holds when no file says otherwise
    static ConfigurableApplicationContext start(
            Class<?> program, Map<String, Object> settings, Map<String, Object> defaults) {
        var application = new SpringApplication(program);
        application.setDefaultProperties(defaults);
        String[] words = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return application.run(words);
    }
}
