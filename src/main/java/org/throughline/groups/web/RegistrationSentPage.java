package org.throughline.groups.web;

import org.throughline.groups.Meeting;

/// Said to somebody who registered.
public record RegistrationSentPage(Meeting meeting, String email) {}
