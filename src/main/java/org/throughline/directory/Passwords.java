package org.throughline.directory;

import jakarta.annotation.PreDestroy;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.throughline.platform.Refusal;

/// Hashes passwords with Argon2id. Each hash takes about 19 MiB and a tenth of a second on purpose, so only a few
/// are made at a time, on threads of their own: signing in never takes the processor or the memory from readers.
@Component
class Passwords {

    // At least what the OWASP password storage sheet asks for (19 MiB, two passes); a third pass makes it a tenth
    // of a second.
    private static final Argon2PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19_456, 3);
    private static final String NOBODYS_HASH =
            "$argon2id$v=19$m=19456,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final int WAITING = 64;
    // Four times what a new password may have; bringing a megabyte into its normal form would cost more than
    // hashing.
    private static final int LONGEST = 1024;

    private final ThreadPoolExecutor threads;

    Passwords() {
        int atOnce = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    String hash(String password) {
        return run(() -> ARGON2ID.encode(normal(password)));
    }

    /// Whether this is the password of that hash. Without a hash it takes as long and says no, so that the time of
    /// the answer does not tell whether there is an account. What is longer than any password is wrong at once.
    boolean match(String password, @Nullable String hash) {
        if (password.length() > LONGEST) return false;
        return run(() -> ARGON2ID.matches(normal(password), hash == null ? NOBODYS_HASH : hash)) && hash != null;
    }

    // The same characters typed on another keyboard or system must give the same password.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw Refusal.tooMany().after(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany().after(Duration.ofSeconds(10));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A password could not be hashed", failed.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
