package org.throughline.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The words of the interface in six languages: `messages/<module>[_<language>].properties`, English being the
/// base, formatted by ICU so that plurals are right in Arabic and Russian too.
@Component
public class Messages {

    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final Map<String, Texts> texts = new HashMap<>();

    public Messages() {
        Languages.ALL.forEach(language -> patterns.put(language, new HashMap<>()));
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                load(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("The message bundles cannot be read", e);
        }
        Languages.ALL.forEach(language -> texts.put(language, new Texts(language)));
    }

    private void load(Resource bundle) throws IOException {
        String name = String.valueOf(bundle.getFilename()).replace(".properties", "");
        int mark = name.lastIndexOf('_');
        String language = mark < 0 ? Languages.DEFAULT : name.substring(mark + 1);
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, pattern) -> patterns.get(language).put((String) key, (String) pattern));
    }

    /// The words for readers of one of the six languages; English for any other.
    public Texts in(String language) {
        return texts.getOrDefault(language, texts.get(Languages.DEFAULT));
    }

    /// The words of the interface in one language.
    public final class Texts {

        private final String language;
        private final Map<String, String> plain = new ConcurrentHashMap<>();
        private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

        private Texts(String language) {
            this.language = language;
        }

        public String language() {
            return language;
        }

        /// The text of a key, with `{0}`, `{1}` … replaced; an argument in several languages stands in this one.
        /// Refuses a key that no bundle has.
        public String of(String key, Object... given) {
            Object[] arguments = given.clone();
            for (int i = 0; i < given.length; i++)
                if (given[i] instanceof LocalizedText text) arguments[i] = text.textFor(language);
            if (arguments.length == 0)
                return plain.computeIfAbsent(key, k -> format(k).format(new Object[0]));
            MessageFormat format = formats.computeIfAbsent(key, this::format);
            // A format learns while it is used and is not made for two threads at once; a copy would start from
            // nothing.
            synchronized (format) {
                return format.format(arguments);
            }
        }

        /// The text of a key as the bundle has it, placeholders and plural forms included.
        public String pattern(String key) {
            String pattern = patterns.get(language).get(key);
            if (pattern == null) pattern = patterns.get(Languages.DEFAULT).get(key);
            if (pattern == null) throw new IllegalArgumentException("No message " + key);
            return pattern;
        }

        private MessageFormat format(String key) {
            return new MessageFormat(pattern(key), locale());
        }

        // Western digits in Arabic too: UN documents in Arabic use them beside figures and symbols.
        private ULocale locale() {
            return new ULocale(language.equals("ar") ? "ar-u-nu-latn" : language);
        }
    }
}
