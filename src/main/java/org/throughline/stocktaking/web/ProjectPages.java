package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectLine;
import org.throughline.stocktaking.ProjectRefusals;
import org.throughline.stocktaking.ProjectSigns;
import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;
import org.throughline.stocktaking.PublishedProjects.Shown;
import org.throughline.stocktaking.PublishedProjects.Translation;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.SimilarProjects;

/// The page of a project, whichever register it is in, its pictures and documents, and what is left of it when it is
/// gone.
@Controller
class ProjectPages {

    private final PublishedProjects projects;
    private final PublishedCollections collections;
    private final ProjectAnswers answers;
    private final ProjectFacts facts;
    private final SimilarProjects similar;
    private final ProjectWords words;
    private final Files files;
    private final FileDownload download;
    private final ObjectProvider<ProjectSigns> signs;
    private final PageStore pages;
    private final Clock clock;

    ProjectPages(
            PublishedProjects projects,
            PublishedCollections collections,
            ProjectAnswers answers,
            ProjectFacts facts,
            SimilarProjects similar,
            ProjectWords words,
            Files files,
            FileDownload download,
            ObjectProvider<ProjectSigns> signs,
            PageStore pages,
            Clock clock) {
        this.projects = projects;
        this.collections = collections;
        this.answers = answers;
        this.facts = facts;
        this.similar = similar;
        this.words = words;
        this.files = files;
        this.download = download;
        this.signs = signs;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/stocktaking/{number:\\d{1,9}}")
    ModelAndView show(Frame frame, @PathVariable long number, HttpServletResponse response) {
        Shown found = projects.shown(number).orElse(null);
        if (found == null) return gone(frame, projects.tombstone(number).orElseThrow(Refusal::notFound));
        PublishedProject project = found.project();
        PublishedCollection home = collections.find(project.collection()).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        pages.sameForAll(RegisterTags.project(number), RegisterTags.collection(home.slug()));
        pages.freshFor(RegisterTags.untilLightsTurn(now));
        ProjectForm form = collections.form(home.slug(), project.formVersion());
        List<SimilarProjects.Similar> alike = similar.of(project);
        alike.forEach(one -> pages.dependsOn(RegisterTags.project(one.line().number())));
        List<PublishedAttachment> attached = found.attachments();
        Light light = project.light(now);
        ProjectSigns up = signs.getIfAvailable();
        if (up != null) response.setHeader(HttpHeaders.LINK, up.links(project, attached));
        return Pages.show(
                frame,
                "stocktaking/web/show",
                new ProjectPage(
                        project,
                        Languages.direction(project.language()),
                        new ProjectPage.Place(frame.url(home.path()), frame.text(home.name())),
                        project.language(),
                        ProjectWords.name(frame, light),
                        ProjectWords.shape(light),
                        means(frame, project, light),
                        facts.of(frame, home, form, project),
                        answers.of(frame, form, project.answers(), ProjectFacts.FIELDS),
                        attached.stream()
                                .filter(one -> !one.kind().equals("document"))
                                .toList(),
                        attached.stream()
                                .filter(one -> one.kind().equals("document"))
                                .toList(),
                        found.contributors(),
                        found.broken(),
                        alike.stream().map(one -> similar(frame, project, one)).toList(),
                        found.translations().stream()
                                .map(one -> otherwise(frame, one))
                                .toList(),
                        up == null ? "" : ProjectPage.data(up.jsonLd(project))));
    }

    private ProjectPage.Words otherwise(Frame frame, Translation one) {
        return new ProjectPage.Words(
                words.language(frame, one.language()),
                one.language(),
                Languages.direction(one.language()),
                one.title(),
                one.description(),
                one.goals());
    }

    private ProjectPage.Similar similar(Frame frame, PublishedProject project, SimilarProjects.Similar one) {
        ProjectLine line = one.line();
        return new ProjectPage.Similar(
                line.number(),
                line.title(),
                line.language(),
                Languages.direction(line.language()),
                ProjectWords.joined(
                        words.countries(frame, line.countries()),
                        words.lines(frame, line.actionLines()),
                        ProjectWords.years(frame, line)),
                why(frame, project, one));
    }

    // Why it stands there, in short.
    private String why(Frame frame, PublishedProject project, SimilarProjects.Similar one) {
        List<String> goals = shared(project.sdgs(), one.line().sdgs());
        List<String> titleWords =
                one.words().stream().map(word -> "“" + word + "”").toList();
        String common = ProjectWords.joined(
                words.lines(frame, shared(project.actionLines(), one.line().actionLines())),
                goals.isEmpty()
                        ? ""
                        : frame.t("stocktaking.show.similar.goals", goals.size(), words.goals(frame, goals)),
                words.countries(frame, shared(project.countries(), one.line().countries())),
                titleWords.isEmpty()
                        ? ""
                        : frame.t(
                                "stocktaking.show.similar.words",
                                titleWords.size(),
                                Languages.list(frame.language(), titleWords)));
        return common.isEmpty() ? "" : frame.t("stocktaking.show.similar.why", common);
    }

    private static List<String> shared(List<String> codes, List<String> others) {
        return codes.stream().filter(others::contains).toList();
    }

    private static String means(Frame frame, PublishedProject project, Light light) {
        String confirmed = frame.date(project.confirmedAt());
        Instant closed = project.closedAt();
        return switch (light) {
            case FRESH -> frame.t("stocktaking.light.fresh.means", confirmed);
            case DUE -> frame.t("stocktaking.light.due.means", confirmed);
            case STALE -> frame.t("stocktaking.light.stale.means", confirmed);
            case CLOSED -> frame.t("stocktaking.light.closed.means", closed == null ? confirmed : frame.date(closed));
        };
    }

    private ModelAndView gone(Frame frame, ProjectTombstone tombstone) {
        Long into = tombstone.mergedInto();
        if (into != null) return Moved.to(frame.url("/stocktaking/" + into));
        PublishedCollection home = collections.find(tombstone.collection()).orElseThrow(Refusal::notFound);
        return Pages.show(
                frame,
                "stocktaking/web/gone",
                new GonePage(tombstone, new ProjectPage.Place(frame.url(home.path()), frame.text(home.name()))),
                HttpStatus.GONE.value());
    }

    @OpenToAll
    @GetMapping("/stocktaking/{number:\\d{1,9}}/files/{id}")
    ResponseEntity<Resource> file(Frame frame, @PathVariable long number, @PathVariable UUID id) {
        PublishedAttachment attachment = projects.attachments(number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (attachment == null) return moved(frame, number, id);
        return download.of(files.find(new FileId(attachment.file())).orElseThrow(Refusal::notFound));
    }

    // Each state of an entry has addresses of its own for its files; old ones lead to where a file is today.
    private ResponseEntity<Resource> moved(Frame frame, long number, UUID id) {
        UUID now = projects.formerAttachment(number, id)
                .orElseThrow(() -> gone(number))
                .now();
        if (now == null) throw ProjectRefusals.fileGone();
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(frame.url("/stocktaking/" + number + "/files/" + now)))
                .build();
    }

    // Of an entry that is gone, whoever kept an address shall know that it was no mistake.
    private Refusal gone(long number) {
        return projects.tombstone(number).map(ProjectRefusals::gone).orElseGet(Refusal::notFound);
    }
}
