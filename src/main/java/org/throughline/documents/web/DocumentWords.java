package org.throughline.documents.web;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentCheck.Missing;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentState;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression.Standing;
import org.throughline.documents.Series;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// How documents and what belongs to them are called.
public final class DocumentWords {

    private DocumentWords() {}

    static String kind(Frame frame, DocumentKind kind) {
        return frame.t(kindKey(kind));
    }

    static String kindKey(DocumentKind kind) {
        return switch (kind) {
            case CONTRIBUTION -> "documents.kind.contribution";
            case SECRETARIAT_REPORT -> "documents.kind.secretariat-report";
            case INFORMATION -> "documents.kind.information";
            case AGENDA -> "documents.kind.agenda";
            case CHAIR_SUMMARY -> "documents.kind.chair-summary";
            case CHAIR_REPORT -> "documents.kind.chair-report";
            case LIAISON -> "documents.kind.liaison";
            case TEMPORARY -> "documents.kind.temporary";
            case PARTICIPANTS -> "documents.kind.participants";
        };
    }

    static String source(Frame frame, DocumentSource.Kind kind) {
        return frame.t(sourceKey(kind));
    }

    static String sourceKey(DocumentSource.Kind kind) {
        return switch (kind) {
            case MEMBER_STATE -> "documents.source.member-state";
            case SECTOR_MEMBER -> "documents.source.sector-member";
            case ASSOCIATE -> "documents.source.associate";
            case ACADEMIA -> "documents.source.academia";
            case SECRETARIAT -> "documents.source.secretariat";
            case CHAIR -> "documents.source.chair";
            case ORGANIZATION -> "documents.source.organization";
            case OTHER -> "documents.source.other";
        };
    }

    /// Everybody a document comes from; states in the reader's language.
    static String sources(Frame frame, Vocabulary vocabulary, List<DocumentSource> sources) {
        return Languages.list(
                frame.language(),
                sources.stream()
                        .map(one -> "\u2068" + name(frame, vocabulary, one) + "\u2069")
                        .collect(Collectors.toList()));
    }

    private static String name(Frame frame, Vocabulary vocabulary, DocumentSource one) {
        if (!one.country().isEmpty()) return vocabulary.name(Vocabulary.COUNTRIES, one.country(), frame.language());
        return one.name().isEmpty() ? source(frame, one.kind()) : one.name();
    }

    static String state(Frame frame, DocumentState state) {
        return switch (state) {
            case DRAFT -> frame.t("documents.state.draft");
            case SUBMITTED -> frame.t("documents.state.submitted");
            case RECEIVED -> frame.t("documents.state.received");
            case NUMBERED -> frame.t("documents.state.numbered");
            case POSTED -> frame.t("documents.state.posted");
            case WITHDRAWN -> frame.t("documents.state.withdrawn");
        };
    }

    static String change(Frame frame, Change change, int number) {
        return switch (change) {
            case NONE -> frame.t("documents.change.none");
            case REVISION -> frame.t("documents.change.revision", number);
            case ADDENDUM -> frame.t("documents.change.addendum", number);
            case CORRIGENDUM -> frame.t("documents.change.corrigendum", number);
        };
    }

    static String changeKind(Frame frame, Change change) {
        return switch (change) {
            case NONE -> frame.t("documents.change.none");
            case REVISION -> frame.t("documents.change.revision.any");
            case ADDENDUM -> frame.t("documents.change.addendum.any");
            case CORRIGENDUM -> frame.t("documents.change.corrigendum.any");
        };
    }

    /// "Revision · CWG-WSIS&SDG-41/12": what it is, and of which document.
    static String change(Frame frame, DocumentWork one) {
        return changeKind(frame, one.change()) + " · \u2066" + one.changed() + "\u2069";
    }

    /// "The Group: to consider"; empty where nothing is asked.
    static String action(Frame frame, Series.Choices choices, DocumentHeader header) {
        LocalizedText verb = choices.name(AllSeries.ACTION, header.action());
        LocalizedText addressee = choices.name(AllSeries.ADDRESSEE, header.addressee());
        if (verb.isEmpty()) return "";
        return addressee.isEmpty()
                ? frame.text(verb)
                : frame.t("documents.show.asked", frame.text(addressee), frame.text(verb));
    }

    static String standing(Frame frame, Standing standing) {
        return switch (standing) {
            case ORIGINAL -> frame.t("documents.standing.original");
            case OFFICIAL -> frame.t("documents.standing.official");
            case MACHINE -> frame.t("documents.standing.machine");
        };
    }

    static String missing(Frame frame, Missing missing) {
        return switch (missing) {
            case SOURCE -> frame.t("documents.missing.source");
            case TITLE -> frame.t("documents.missing.title");
            case ADDRESSEE -> frame.t("documents.missing.addressee");
            case TEXT -> frame.t("documents.missing.text");
        };
    }

    static String dated(Frame frame, String dated) {
        return dated.isEmpty() ? "" : Moments.in(frame.language()).partial(dated);
    }

    /// What was done to a document.
    public static String act(Frame frame, String action) {
        return switch (action) {
            case "document-submitted" -> frame.t("documents.act.submitted");
            case "document-taken-back" -> frame.t("documents.act.taken-back");
            case "document-received" -> frame.t("documents.act.received");
            case "document-accepted" -> frame.t("documents.act.accepted");
            case "document-recorded" -> frame.t("documents.act.recorded");
            case "document-posted" -> frame.t("documents.act.posted");
            case "document-returned" -> frame.t("documents.act.returned");
            case "document-translated" -> frame.t("documents.act.translated");
            case "document-withdrawn" -> frame.t("documents.act.withdrawn");
            default -> frame.t("audit.act.other");
        };
    }
}
