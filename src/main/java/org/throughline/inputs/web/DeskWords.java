package org.throughline.inputs.web;

import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.InputRecord.State;
import org.throughline.inputs.Reception.Origin;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Use;
import org.throughline.platform.PersonalData;
import org.throughline.platform.web.Frame;

/// The secretariat's words for states, findings and ways, in the reader's language.
public final class DeskWords {

    private DeskWords() {}

    /// What an input is called where its speaker may be seen.
    public static String name(Frame frame, int number, String speaker) {
        return speaker.isBlank() ? frame.t("inputs.list.unnamed", number) : speaker;
    }

    public static String of(Frame frame, State state) {
        return switch (state) {
            case RECEIVED -> frame.t("inputs.desk.state.received");
            case PUBLISHED -> frame.t("inputs.desk.state.published");
            case WITHHELD -> frame.t("inputs.desk.state.withheld");
            case DUPLICATE -> frame.t("inputs.desk.state.duplicate");
            case WITHDRAWN -> frame.t("inputs.desk.state.withdrawn");
        };
    }

    public static String of(Frame frame, Finding finding) {
        return switch (finding) {
            case INCOMPLETE -> frame.t("inputs.desk.finding.incomplete");
            case OTHER_LANGUAGE -> frame.t("inputs.desk.finding.language");
            case PERSONAL_DATA -> frame.t("inputs.desk.finding.personal");
            case SAME_TEXT -> frame.t("inputs.desk.finding.same");
            case NEAR_COPY -> frame.t("inputs.desk.finding.near");
            case HARDLY_ANYTHING -> frame.t("inputs.desk.finding.hardly");
            case SAME_SENDER -> frame.t("inputs.desk.finding.sender");
        };
    }

    public static String of(Frame frame, Origin origin) {
        return switch (origin) {
            case FORM -> frame.t("inputs.desk.origin.form");
            case API -> frame.t("inputs.desk.origin.api");
            case IMPORT -> frame.t("inputs.desk.origin.import");
            case PAPER -> frame.t("inputs.desk.origin.paper");
        };
    }

    public static String of(Frame frame, PersonalData.Kind kind) {
        return switch (kind) {
            case EMAIL -> frame.t("inputs.desk.personal.email");
            case PHONE -> frame.t("inputs.desk.personal.phone");
            case ACCOUNT -> frame.t("inputs.desk.personal.account");
            case IDENTITY -> frame.t("inputs.desk.personal.identity");
            case ADDRESS -> frame.t("inputs.desk.personal.address");
        };
    }

    public static String of(Frame frame, Behalf behalf) {
        return switch (behalf) {
            case SELF -> frame.t("inputs.desk.behalf.self");
            case ORGANISATION -> frame.t("inputs.desk.behalf.organisation");
            case GROUP -> frame.t("inputs.desk.behalf.group");
        };
    }

    public static String of(Frame frame, Use use) {
        return switch (use) {
            case NAME -> frame.t("inputs.desk.use.name");
            case TEXT -> frame.t("inputs.desk.use.text");
            case FILES -> frame.t("inputs.desk.use.files");
            case QUOTATION -> frame.t("inputs.desk.use.quotation");
            case TRANSLATION -> frame.t("inputs.desk.use.translation");
        };
    }

    public static String act(Frame frame, String action) {
        return switch (action) {
            case "input-received" -> frame.t("inputs.desk.act.received");
            case "input-replaced" -> frame.t("inputs.desk.act.replaced");
            case "input-withdrawn" -> frame.t("inputs.desk.act.withdrawn");
            case "consent-changed" -> frame.t("inputs.desk.act.consent");
            case "input-published" -> frame.t("inputs.desk.act.published");
            case "input-withheld" -> frame.t("inputs.desk.act.withheld");
            case "input-marked-duplicate" -> frame.t("inputs.desk.act.duplicate");
            case "input-reopened" -> frame.t("inputs.desk.act.reopened");
            case "endorsement-confirmed" -> frame.t("inputs.desk.act.endorsed");
            case "endorsement-declined" -> frame.t("inputs.desk.act.not-endorsed");
            default -> frame.t("audit.act.other");
        };
    }
}
