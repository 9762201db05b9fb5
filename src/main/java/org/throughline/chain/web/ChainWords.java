package org.throughline.chain.web;

import org.throughline.chain.FeedKind;
import org.throughline.chain.OutputStatus;
import org.throughline.chain.OutputType;
import org.throughline.chain.Strand;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;

/// How the chain speaks.
final class ChainWords {

    private ChainWords() {}

    static String type(Frame frame, OutputType type) {
        return switch (type) {
            case CALL -> frame.t("chain.type.call");
            case SUBMISSIONS -> frame.t("chain.type.submissions");
            case SUMMARY -> frame.t("chain.type.summary");
            case GROUP_DOCUMENT -> frame.t("chain.type.group-document");
            case COUNCIL_DOCUMENT -> frame.t("chain.type.council-document");
            case FORUM_OUTCOME -> frame.t("chain.type.forum-outcome");
            case CHAIRS_SUMMARY -> frame.t("chain.type.chairs-summary");
            case REPORT -> frame.t("chain.type.report");
            case PUBLICATION -> frame.t("chain.type.publication");
            case REGISTER -> frame.t("chain.type.register");
            case DRAFT -> frame.t("chain.type.draft");
            case SESSION -> frame.t("chain.type.session");
            case RESOLUTION -> frame.t("chain.type.resolution");
            case TASK_LIST -> frame.t("chain.type.task-list");
            case ROAD_MAP -> frame.t("chain.type.road-map");
        };
    }

    static String strand(Frame frame, Strand strand) {
        return switch (strand) {
            case CALL -> frame.t("chain.strand.call");
            case ITU -> frame.t("chain.strand.itu");
            case FORUM -> frame.t("chain.strand.forum");
            case STOCKTAKING -> frame.t("chain.strand.stocktaking");
            case CSTD -> frame.t("chain.strand.cstd");
            case ASSEMBLY -> frame.t("chain.strand.assembly");
            case FOLLOW_UP -> frame.t("chain.strand.follow-up");
        };
    }

    static String status(Frame frame, OutputStatus status) {
        return switch (status) {
            case ISSUED -> frame.t("chain.status.issued");
            case EXPECTED -> frame.t("chain.status.expected");
        };
    }

    /// Seen from what went in: "summarized in".
    static String kind(Frame frame, FeedKind kind) {
        return switch (kind) {
            case SUMMARISED_IN -> frame.t("chain.kind.summarised-in");
            case ANNEXED_TO -> frame.t("chain.kind.annexed-to");
            case QUOTED_IN -> frame.t("chain.kind.quoted-in");
            case NOTED_BY -> frame.t("chain.kind.noted-by");
            case APPROVED_BY -> frame.t("chain.kind.approved-by");
            case TRANSMITTED_TO -> frame.t("chain.kind.transmitted-to");
            case BASIS_OF -> frame.t("chain.kind.basis-of");
        };
    }

    /// Seen from what it went into: "summarizes".
    static String back(Frame frame, FeedKind kind) {
        return switch (kind) {
            case SUMMARISED_IN -> frame.t("chain.back.summarised-in");
            case ANNEXED_TO -> frame.t("chain.back.annexed-to");
            case QUOTED_IN -> frame.t("chain.back.quoted-in");
            case NOTED_BY -> frame.t("chain.back.noted-by");
            case APPROVED_BY -> frame.t("chain.back.approved-by");
            case TRANSMITTED_TO -> frame.t("chain.back.transmitted-to");
            case BASIS_OF -> frame.t("chain.back.basis-of");
        };
    }

    static String certainty(Frame frame, Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> frame.t("chain.confirmed");
            case INFERRED -> frame.t("chain.inferred");
            case UNVERIFIED -> frame.t("chain.unverified");
        };
    }

    static String date(Frame frame, String date) {
        return date.isEmpty()
                ? frame.t("chain.date.unknown")
                : Moments.in(frame.language()).partial(date);
    }
}
