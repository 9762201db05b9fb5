package org.throughline.letters.web;

/// Says that a reader gets no more letters for an addressee.
public record DeclinedPage() {}
