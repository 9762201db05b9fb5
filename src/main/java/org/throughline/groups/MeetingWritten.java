package org.throughline.groups;

import java.util.UUID;

/// A meeting, its agenda or its decisions were written.
record MeetingWritten(UUID meeting) {}
