package org.throughline.notices;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.directory.EmailAddress;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;
import org.throughline.platform.Messages;
import org.throughline.platform.Settings;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// Writes digests: for each thing that is followed, what is new, what changed, what is over and what is gone,
/// each with its plain link. An entry that went out of the public's sight meanwhile is not in it.
@Component
class DigestText {

    private static final int SHOWN = 20;

    private final Mails mails;
    private final Messages messages;
    private final Settings settings;
    private final TargetWords words;
    private final PublishedProjects projects;
    private final Roadmaps roadmaps;

    DigestText(
            Mails mails,
            Messages messages,
            Settings settings,
            TargetWords words,
            PublishedProjects projects,
            Roadmaps roadmaps) {
        this.mails = mails;
        this.messages = messages;
        this.settings = settings;
        this.words = words;
        this.projects = projects;
        this.roadmaps = roadmaps;
    }

    /// What happened to one thing that is followed.
    record Part(Follow follow, List<News> news) {}

    /// @param listPath where the reader changes what they follow
    NewMail write(List<Part> parts, EmailAddress address, String language, String listPath) {
        // An entry and a milestone may have the same number.
        long entries = parts.stream()
                .flatMap(part -> part.news().stream()
                        .map(news -> (part.follow().target().kind() == Target.Kind.ROADMAP ? "m" : "") + news.number()))
                .distinct()
                .count();
        MailText mail = mails.in(language)
                .subject("notices.digest.subject", settings.name(), entries)
                .paragraph("notices.digest.intro");
        for (Part part : parts) add(part, mail, language);
        return mail.paragraph("notices.digest.stop").link(listPath).to(address.toMail(), "digest");
    }

    private void add(Part part, MailText mail, String language) {
        String title = words.of(part.follow().target(), language);
        mail.verbatim("* " + title + "\n" + mail.address(part.follow().target().path()));
        List<News> shown = part.news().stream().limit(SHOWN).toList();
        if (part.follow().target().kind() == Target.Kind.ROADMAP) {
            plan(shown, mail, language);
            more(part, shown, mail);
            return;
        }
        Map<Long, PublishedProject> known = projects
                .whole(shown.stream().map(News::number).toList())
                .stream()
                .collect(Collectors.toMap(PublishedProject::number, project -> project));
        Map<News.What, StringJoiner> byKind = new EnumMap<>(News.What.class);
        for (News news : shown)
            line(news, known.get(news.number()), mail, language)
                    .ifPresent(line -> byKind.computeIfAbsent(news.what(), what -> new StringJoiner("\n\n"))
                            .add(line));
        byKind.forEach((what, lines) -> mail.verbatim(heading(what, language) + "\n\n" + lines));
        more(part, shown, mail);
    }

    private static void more(Part part, List<News> shown, MailText mail) {
        int more = part.news().size() - shown.size();
        if (more > 0) mail.paragraph("notices.digest.more", more);
    }

    private void plan(List<News> shown, MailText mail, String language) {
        Map<Long, Milestone> known =
                roadmaps.milestones().stream().collect(Collectors.toMap(Milestone::number, one -> one));
        Map<News.What, StringJoiner> byKind = new EnumMap<>(News.What.class);
        for (News news : shown) {
            Milestone one = known.get(news.number());
            if (one != null)
                byKind.computeIfAbsent(news.what(), what -> new StringJoiner("\n\n"))
                        .add(one.facts().title().textFor(language) + "\n"
                                + mail.address("/roadmaps/milestones/" + one.number()));
        }
        byKind.forEach((what, lines) -> mail.verbatim(heading(what, language) + "\n\n" + lines));
    }

    private Optional<String> line(News news, @Nullable PublishedProject project, MailText mail, String language) {
        String link = mail.address("/stocktaking/" + news.number());
        boolean isGone = news.what() == News.What.WITHDRAWN || news.what() == News.What.MERGED;
        if (project != null && !isGone) return Optional.of(project.title() + "\n" + link);
        if (!isGone || project != null) return Optional.empty();
        Messages.Texts texts = messages.in(language);
        return Optional.of(
                news.into() == null
                        ? texts.of("notices.digest.number", String.valueOf(news.number())) + "\n" + link
                        : texts.of(
                                        "notices.digest.number.into",
                                        String.valueOf(news.number()),
                                        String.valueOf(news.into()))
                                + "\n" + mail.address("/stocktaking/" + news.into()));
    }

    private String heading(News.What what, String language) {
        return messages.in(language)
                .of(
                        switch (what) {
                            case PUBLISHED -> "notices.digest.published";
                            case CHANGED -> "notices.digest.changed";
                            case OVER -> "notices.digest.over";
                            case WITHDRAWN -> "notices.digest.withdrawn";
                            case MERGED -> "notices.digest.merged";
                        });
    }
}
