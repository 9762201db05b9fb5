package org.throughline.mandates.web;

import org.throughline.mandates.Certainty;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.mandates.Reference;
import org.throughline.mandates.Source;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;

/// How instruments and what belongs to them are called.
final class InstrumentWords {

    private InstrumentWords() {}

    /// "Resolution 140"; for what has no number, its own name.
    static String name(Frame frame, Instrument one) {
        if (one.number().isEmpty()) return frame.text(one.topic());
        return switch (one.kind()) {
            case RESOLUTION -> frame.t("mandates.name.resolution", one.number());
            case DECLARATION -> frame.t("mandates.name.declaration", one.number());
            case PLAN_OF_ACTION -> frame.t("mandates.name.plan-of-action", one.number());
            case COMMITMENT -> frame.t("mandates.name.commitment", one.number());
            case AGENDA -> frame.t("mandates.name.agenda", one.number());
            case STATEMENT -> frame.t("mandates.name.statement", one.number());
        };
    }

    static String adopted(Frame frame, Revision one) {
        return one.adopted().isEmpty()
                ? frame.t("mandates.revision.date-unknown")
                : Moments.in(frame.language()).partial(one.adopted());
    }

    static boolean unverified(Source source) {
        return source.certainty() == Certainty.UNVERIFIED;
    }

    /// What a revision does, seen from it.
    static String says(Frame frame, Reference.Kind kind) {
        return switch (kind) {
            case RECALLS -> frame.t("mandates.reference.recalls");
            case REVISES -> frame.t("mandates.reference.revises");
            case SUPERSEDES -> frame.t("mandates.reference.supersedes");
            case IMPLEMENTS -> frame.t("mandates.reference.implements");
            case INSTRUCTS -> frame.t("mandates.reference.instructs");
            case REPORTS_TO -> frame.t("mandates.reference.reports-to");
        };
    }

    /// The same, seen from what it names.
    static String isSaid(Frame frame, Reference.Kind kind) {
        return switch (kind) {
            case RECALLS -> frame.t("mandates.reference.recalled-by");
            case REVISES -> frame.t("mandates.reference.revised-by");
            case SUPERSEDES -> frame.t("mandates.reference.superseded-by");
            case IMPLEMENTS -> frame.t("mandates.reference.implemented-by");
            case INSTRUCTS -> frame.t("mandates.reference.instructed-by");
            case REPORTS_TO -> frame.t("mandates.reference.gets-reports-from");
        };
    }
}
