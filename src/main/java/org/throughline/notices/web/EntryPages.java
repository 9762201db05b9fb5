package org.throughline.notices.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.notices.UpdateCall.Question;
import org.throughline.notices.UpdateCalls;
import org.throughline.notices.web.EntriesPage.Answer;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// Answers to an update call by the links of its letter. Opening one shows the entry and a button, because programs
/// open links; only the button answers, without a session and as often as it is pressed.
@Controller
class EntryPages {

    private static final String ONE = "/by-mail/entry/";
    private static final String ALL = "/by-mail/entries/";

    private final UpdateCalls calls;
    private final PublishedProjects projects;

    EntryPages(UpdateCalls calls, PublishedProjects projects) {
        this.calls = calls;
        this.projects = projects;
    }

    @OpenToAll
    @GetMapping(ONE + "{word}")
    ModelAndView look(Frame frame, @PathVariable String word) {
        return show(frame, List.of(calls.look(word).orElseThrow(EntryPages::over)), true);
    }

    @OpenToAll
    @PostMapping(ONE + "{word}")
    ModelAndView confirm(Frame frame, @PathVariable String word) {
        if (!calls.answer(word, false)) throw over();
        return look(frame, word);
    }

    @OpenToAll
    @PostMapping(ONE + "{word}/over")
    ModelAndView close(Frame frame, @PathVariable String word) {
        if (!calls.answer(word, true)) throw over();
        return look(frame, word);
    }

    @OpenToAll
    @GetMapping(ALL + "{word}")
    ModelAndView lookAll(Frame frame, @PathVariable String word) {
        return show(frame, calls.lookAll(word).orElseThrow(EntryPages::over), false);
    }

    @OpenToAll
    @PostMapping(ALL + "{word}")
    ModelAndView confirmAll(Frame frame, @PathVariable String word) {
        if (!calls.confirmAll(word)) throw over();
        return lookAll(frame, word);
    }

    private static Refusal over() {
        return new Refusal("question-over", 404, "notices.problem.question-over");
    }

    private ModelAndView show(Frame frame, List<Question> questions, boolean one) {
        Map<Long, PublishedProject> known = projects
                .whole(questions.stream().map(Question::number).toList())
                .stream()
                .collect(Collectors.toMap(PublishedProject::number, project -> project));
        List<EntriesPage.Entry> entries = questions.stream()
                .filter(question -> known.containsKey(question.number()))
                .map(question -> entry(frame, question, known.get(question.number())))
                .toList();
        int open = (int)
                entries.stream().filter(entry -> entry.answer() == Answer.NONE).count();
        var page = new EntriesPage(ALL + calls.allWord(questions.getFirst()), one, open, entries);
        return Pages.show(frame, "notices/web/entries", page);
    }

    private EntriesPage.Entry entry(Frame frame, Question question, PublishedProject project) {
        Answer answer = "over".equals(question.answer())
                ? Answer.OVER
                : "true".equals(question.answer()) ? Answer.TRUE : question.settled() ? Answer.OTHERWISE : Answer.NONE;
        return new EntriesPage.Entry(
                ONE + calls.word(question),
                project.number(),
                project.title(),
                project.language(),
                project.summary(),
                frame.date(project.confirmedAt()),
                answer);
    }
}
