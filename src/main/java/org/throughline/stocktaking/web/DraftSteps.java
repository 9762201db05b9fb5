package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectForm;

/// The form around one of its steps: which draft for which register, what is done, and where one goes from here.
///
/// @param current the step shown; empty on the list of steps
/// @param entry the number of the entry that the draft is to change; absent for a new one
public record DraftSteps(
        ProjectDraft draft,
        ProjectCollection collection,
        ProjectForm form,
        List<Step> steps,
        String current,
        @Nullable Long entry) {

    public static final String CHECK = "check";

    /// One page of the form.
    ///
    /// @param key the step's name in the draft
    /// @param path its address without the language prefix
    /// @param titleLang the language of the title where it is not the reader's
    public record Step(
            String key, String path, String title, @Nullable String titleLang, State state) {}

    /// How far a step is.
    public enum State {
        NOT_BEGUN,
        OPTIONAL,
        TO_MEND,
        DONE
    }

    public String base() {
        return base(draft);
    }

    static String base(ProjectDraft draft) {
        return "/my/projects/drafts/" + draft.id();
    }

    public @Nullable Step step() {
        return steps.stream()
                .filter(step -> step.key().equals(current))
                .findFirst()
                .orElse(null);
    }

    /// The place of the current step, counted from 1.
    public int number() {
        Step step = step();
        return step == null ? 0 : steps.indexOf(step) + 1;
    }

    public String path() {
        Step step = step();
        return step == null ? base() : step.path();
    }

    /// Where "Save and continue" leads.
    public String next() {
        int number = number();
        return number == 0 || number == steps.size()
                ? base() + "/" + CHECK
                : steps.get(number).path();
    }

    /// Where the step before is, or the list of steps.
    public String before() {
        int number = number();
        return number < 2 ? base() : steps.get(number - 2).path();
    }

    public long done() {
        return steps.stream().filter(step -> step.state() == State.DONE).count();
    }

    /// The language of the entry and the direction of its writing.
    public String language() {
        return draft.content().language();
    }

    public String dir() {
        return Languages.direction(language());
    }

    /// What the entry is called so far.
    public String title() {
        return draft.content().text("title");
    }
}
