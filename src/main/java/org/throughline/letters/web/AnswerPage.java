package org.throughline.letters.web;

/// What is said before an addressee answers a call: for whom the answer will count.
public record AnswerPage(String address, LetterView view, String who) {}
