package org.throughline.platform.access;

import jakarta.servlet.http.HttpServletRequest;

/// Addresses below `/by-mail/`, which only a mail says: a word in the address that nobody can guess is the proof,
/// so a form sent there needs neither a session nor a token. A reader's mail program sends such forms by itself
/// (RFC 8058). Whoever handles one of them checks that word, and looks at nothing else to find out who asks.
public final class LinkedByMail {

    public static final String PREFIX = "/by-mail/";

    private LinkedByMail() {}

    static boolean is(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PREFIX);
    }
}
