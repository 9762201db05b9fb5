package org.throughline.directory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every form begins a session, also for somebody who never signs in; this bounds how many of those there are, so
/// that opening forms a million times does not fill the memory. Sessions of people who signed in are never ended
/// here.
@Component
class AnonymousSessions implements HttpSessionListener {

    private final Cache<String, HttpSession> sessions;

    AnonymousSessions() {
        this(10_000);
    }

    AnonymousSessions(int most) {
        sessions = Caffeine.newBuilder()
                .maximumSize(most)
                .removalListener(AnonymousSessions::end)
                .build();
    }

    private static void end(@Nullable String id, @Nullable HttpSession session, RemovalCause cause) {
        if (session == null || !cause.wasEvicted()) return;
        try {
            session.invalidate();
        } catch (IllegalStateException over) {
            // It ended by itself in the meantime.
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.put(event.getSession().getId(), event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.invalidate(event.getSession().getId());
    }

    /// From now on this is the session of somebody.
    void signedIn(HttpSession session) {
        sessions.invalidate(session.getId());
    }

    long size() {
        sessions.cleanUp();
        return sessions.estimatedSize();
    }
}
