package org.throughline.stocktaking.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.Keepers.Invited;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.OwnershipClaims.Claim;
import org.throughline.stocktaking.ProjectRecord;

/// An entry as its keepers see it.
///
/// @param keeps whether the reader keeps it; the secretariat may look without
/// @param owner whether the reader may also hand it over, withdraw it and change what is allowed
/// @param claims of others that wait for a decision
public record MyProjectPage(
        ProjectRecord entry,
        String role,
        boolean keeps,
        boolean owner,
        String state,
        Light light,
        List<UseChoice> uses,
        List<HistoryLine> history,
        List<KeeperLine> keepers,
        List<Invited> invited,
        List<Claim> claims,
        List<AnswerLine> answers,
        List<Attached> files,
        FormErrors errors) {

    public record UseChoice(String word, String question, String meaning, boolean allowed) {}

    public record HistoryLine(String at, String words) {}

    /// @param self whether it is the reader
    /// @param first whether it is the owner or nominator, who cannot be taken off
    public record KeeperLine(UUID person, String name, String role, boolean self, boolean first) {}

    /// @param hidden whether it is for the secretariat only
    /// @param lang of the words; absent for what is in the reader's language
    public record AnswerLine(
            String label,
            @Nullable String labelLang,
            String words,
            boolean hidden,
            @Nullable String lang) {}

    public String base() {
        return "/my/projects/" + entry.number();
    }

    /// Whether it still can be changed by anybody.
    public boolean standing() {
        return entry.withdrawnAt() == null && entry.mergedInto() == null;
    }

    /// Whether it is part of another one, and its owner can still take back being named there.
    public boolean isPart() {
        return entry.withdrawnAt() == null && entry.mergedInto() != null;
    }

    public boolean isPublic() {
        return entry.publishedAt() != null;
    }
}
