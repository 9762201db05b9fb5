package org.throughline.groups;

/// A meeting was changed by the secretariat.
///
/// @param before what it was
/// @param now what it is from this transaction on
record MeetingChanged(Meeting before, MeetingFacts now) {

    boolean isMoved() {
        return !before.starts().equals(now.starts())
                || !before.ends().equals(now.ends())
                || !before.place().equals(now.place());
    }

    boolean isCancelled() {
        return before.status() != Meeting.Status.CANCELLED && now.status() == Meeting.Status.CANCELLED;
    }
}
