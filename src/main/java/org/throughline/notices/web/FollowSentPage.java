package org.throughline.notices.web;

/// Says that a mail is on its way.
public record FollowSentPage(String email) {}
