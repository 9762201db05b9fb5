package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects.Broken;
import org.throughline.stocktaking.PublishedProjects.Contributor;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;

/// A project as everybody reads it.
///
/// @param direction of its language
/// @param home the register's list and its name
/// @param contributors whose entries became part of it
/// @param broken its addresses that do not answer any more
/// @param similar projects that are like it, most alike first
/// @param inOtherLanguages what its source says in other languages than its own
/// @param data what it is about, as JSON-LD for programs; may be empty
public record ProjectPage(
        PublishedProject project,
        String direction,
        Place home,
        String language,
        String light,
        String shape,
        String lightMeans,
        List<Fact> facts,
        List<Part> parts,
        List<PublishedAttachment> pictures,
        List<PublishedAttachment> documents,
        List<Contributor> contributors,
        List<Broken> broken,
        List<Similar> similar,
        List<Words> inOtherLanguages,
        String data) {

    /// What the entry's source says in another language, by the name of the language for the reader.
    public record Words(
            String name, String language, String direction, String title, String description, String goals) {}

    /// What it says in the reader's language, where that is not the entry's own.
    public List<Words> inYourLanguage(String yours) {
        return inOtherLanguages.stream()
                .filter(one -> one.language().equals(yours))
                .toList();
    }

    public List<Words> inFurtherLanguages(String yours) {
        return inOtherLanguages.stream()
                .filter(one -> !one.language().equals(yours))
                .toList();
    }

    /// JSON that cannot end the element it stands in.
    static String data(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    public record Place(String url, String name) {}

    /// What is known of it, in the reader's language; each value may lead to the list of all that share it.
    public record Fact(String label, List<Value> values) {}

    /// @param foreign whether the words are the contributor's
    public record Value(String text, String url, boolean foreign) {}

    /// A section of the form with what was answered in it.
    public record Part(LocalizedText title, List<Answer> answers) {}

    /// An answer of the contributor.
    ///
    /// @param text paragraphs as written; empty for what consists of items
    /// @param values of a choice, in the reader's language
    /// @param lines of a list, in the contributor's words
    /// @param rows of a table
    public record Answer(
            String code, LocalizedText label, String text, List<String> values, List<Row> lines, List<Group> rows) {}

    /// A line of a list, which may be an address.
    public record Row(String text, String url) {}

    /// A row of several parts.
    ///
    /// @param head what it is about, in the reader's language; empty where the row has no head
    /// @param without whether it is a claim without any evidence
    public record Group(String head, List<Cell> cells, boolean without) {}

    /// @param label empty for what needs none
    public record Cell(LocalizedText label, String text, boolean foreign) {}

    public record Similar(long number, String title, String language, String direction, String meta, String why) {}
}
