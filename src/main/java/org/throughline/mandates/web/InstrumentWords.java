package org.throughline.mandates.web;

import org.throughline.mandates.Instrument;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.mandates.InstrumentNames;
import org.throughline.mandates.Reference;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.Source;
import org.throughline.platform.web.Frame;

/// How instruments and what belongs to them are called.
final class InstrumentWords {

    private InstrumentWords() {}

    /// "Resolution 140"; for what has no number, its own name.
    static String name(Frame frame, Instrument one) {
        if (one.number().isEmpty()) return frame.text(one.topic());
        return InstrumentNames.name(frame.texts(), one.kind(), one.number());
    }

    /// With the body that adopted it and what it is about.
    static String inFull(Frame frame, Instrument one) {
        String body = frame.text(one.body().name());
        if (one.number().isEmpty()) return body + " – " + name(frame, one);
        return body + " – " + name(frame, one) + " – " + frame.text(one.topic());
    }

    static String kind(Frame frame, Instrument.Kind kind) {
        return switch (kind) {
            case RESOLUTION -> frame.t("mandates.kind.resolution");
            case DECLARATION -> frame.t("mandates.kind.declaration");
            case PLAN_OF_ACTION -> frame.t("mandates.kind.plan-of-action");
            case COMMITMENT -> frame.t("mandates.kind.commitment");
            case AGENDA -> frame.t("mandates.kind.agenda");
            case STATEMENT -> frame.t("mandates.kind.statement");
        };
    }

    static String adopted(Frame frame, Revision one) {
        return one.adopted().isEmpty()
                ? frame.t("mandates.revision.date-unknown")
                : Moments.in(frame.language()).partial(one.adopted());
    }

    /// What a revision is called: its label; for one without, its symbol or when it was adopted.
    static String title(Frame frame, Revision one) {
        if (!one.label().isEmpty()) return one.label();
        return one.symbol().isEmpty() ? adopted(frame, one) : one.symbol();
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
