package org.throughline.files;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.platform.DataFolder;

/// Where the content lies and how its text is read.
@Configuration(proxyBeanMethods = false)
class FileSetup {

    @Bean
    static ContentStore contentStore(DataFolder data, FileSettings settings) {
        return new ContentStore(data.folder("files"), settings.reserve().toBytes());
    }

    @Bean
    static Extractor extractor(DataFolder data, FileSettings settings) {
        return new Extractor(
                data.folder("run").resolve("extraction"),
                settings.extractionTime(),
                settings.extractionPatience(),
                settings.extractedCharacters());
    }
}
