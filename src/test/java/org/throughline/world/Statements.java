package org.throughline.world;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// The SQL statements of one action, as the program itself would log them; only those of this thread.
public final class Statements {

    private Statements() {}

    public interface Action {
        void run() throws Exception;
    }

    public static List<String> during(Action action) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level level = logger.getLevel();
        var heard = new Heard(Thread.currentThread().getName());
        heard.setContext(logger.getLoggerContext());
        heard.start();
        logger.setAdditive(false);
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        try {
            action.run();
        } finally {
            logger.setLevel(level);
            logger.detachAppender(heard);
            logger.setAdditive(true);
        }
        return heard.statements;
    }

    private static final class Heard extends AppenderBase<ILoggingEvent> {

        private final String thread;
        private final List<String> statements = new ArrayList<>();

        Heard(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String words = event.getFormattedMessage();
            boolean statement =
                    words.startsWith("Executing prepared SQL statement") || words.startsWith("Executing SQL");
            if (statement && event.getThreadName().equals(thread)) statements.add(words);
        }
    }
}
