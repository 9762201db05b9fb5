package org.throughline.directory.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The sessions of everybody who signed in. Of one person the newest are kept, so that signing in again and again
/// does not fill the memory; the oldest one ends when there are too many.
@Component
class PeopleSessions implements HttpSessionListener {

    static final int MOST = 20;
    private static final String PERSON = PeopleSessions.class.getName();

    private final Map<UUID, Deque<HttpSession>> sessions = new ConcurrentHashMap<>();

    void entered(UUID person, HttpSession session) {
        session.setAttribute(PERSON, person);
        sessions.compute(person, (id, some) -> {
            Deque<HttpSession> all = some == null ? new ArrayDeque<>() : some;
            all.remove(session);
            all.addLast(session);
            return all;
        });
        for (HttpSession old = surplus(person); old != null; old = surplus(person)) end(old);
    }

    private @Nullable HttpSession surplus(UUID person) {
        var oldest = new HttpSession[1];
        sessions.computeIfPresent(person, (id, all) -> {
            if (all.size() > MOST) oldest[0] = all.pollFirst();
            return all;
        });
        return oldest[0];
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException over) {
            // It ended by itself in the meantime.
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (!(event.getSession().getAttribute(PERSON) instanceof UUID person)) return;
        sessions.computeIfPresent(person, (id, all) -> {
            all.remove(event.getSession());
            return all.isEmpty() ? null : all;
        });
    }
}
