package org.throughline.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form of several pages around one of them: what is done, and where one goes from here.
public interface FormSteps {

    /// The last part of the address where everything is looked over before it is sent.
    String CHECK = "check";

    /// One page of a form.
    ///
    /// @param key the step's name in the draft
    /// @param path its address without the language prefix
    /// @param titleLang the language of the title where it is not the reader's
    record Step(
            String key, String path, String title, @Nullable String titleLang, State state) {}

    /// How far a step is.
    enum State {
        NOT_BEGUN,
        OPTIONAL,
        TO_MEND,
        DONE;

        /// @param saved whether the person has been there
        /// @param wrong whether something on it keeps the draft from being sent
        /// @param optional whether it may be left out
        public static State of(boolean saved, boolean wrong, boolean optional) {
            if (wrong) return saved ? TO_MEND : NOT_BEGUN;
            if (saved) return DONE;
            return optional ? OPTIONAL : NOT_BEGUN;
        }
    }

    /// The address of the list of steps, without the language prefix.
    String base();

    List<Step> steps();

    /// The key of the step shown; empty on the list of steps.
    String current();

    default @Nullable Step step() {
        return steps().stream()
                .filter(step -> step.key().equals(current()))
                .findFirst()
                .orElse(null);
    }

    /// The place of the current step, counted from 1.
    default int number() {
        Step step = step();
        return step == null ? 0 : steps().indexOf(step) + 1;
    }

    default String path() {
        Step step = step();
        return step == null ? base() : step.path();
    }

    /// Where "Save and continue" leads.
    default String next() {
        int number = number();
        return number == 0 || number == steps().size()
                ? base() + "/" + CHECK
                : steps().get(number).path();
    }

    /// Where the step before is, or the list of steps.
    default String before() {
        int number = number();
        return number < 2 ? base() : steps().get(number - 2).path();
    }

    default long done() {
        return steps().stream().filter(step -> step.state() == State.DONE).count();
    }
}
