package org.throughline.letters.web;

import java.util.List;
import org.throughline.platform.web.Option;

/// All letters, for the secretariat.
public record DeskListPage(List<LettersPage.Line> lines, List<LettersPage.ClassCount> classes, List<Option> kinds) {}
