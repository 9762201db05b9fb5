package org.throughline.letters.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.letters.AddresseeFile;
import org.throughline.letters.AddresseeFile.Effect;
import org.throughline.letters.AddresseeFile.Report;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat brings in many addressees at once, after having looked at what would happen.
@Controller
class AddresseeFilePages {

    private static final String HERE = "/letters/desk/addressees/import";
    private static final int LONGEST = 1 << 20;

    private final AddresseeFile file;
    private final Vocabulary vocabulary;

    AddresseeFilePages(AddresseeFile file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(HERE)
    ModelAndView begin(Frame frame) {
        return show(frame, "", null, false);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(HERE)
    ModelAndView look(
            Frame frame,
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile table,
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(defaultValue = "look") String act)
            throws IOException {
        String text = table == null || table.isEmpty() ? csv : new String(table.getBytes(), StandardCharsets.UTF_8);
        if (text.length() > LONGEST) throw Refusal.tooLarge();
        if (!Storable.is(text)) throw Refusal.badRequest();
        boolean take = act.equals("take");
        return show(frame, text, take ? file.take(text, actor) : file.look(text, actor), take);
    }

    private ModelAndView show(Frame frame, String csv, @Nullable Report report, boolean taken) {
        var page = new AddresseeFilePage(
                csv,
                String.join(",", AddresseeFile.COLUMNS),
                report == null
                        ? null
                        : report.lines().stream()
                                .map(line -> new AddresseeFilePage.Line(
                                        frame.number(line.number()),
                                        LetterWords.name(vocabulary, line.country(), line.name(), frame.language()),
                                        what(frame, line.effect()),
                                        line.effect().isWrong()))
                                .toList(),
                report == null || report.readable(),
                report != null && report.doesSomething(),
                taken && report != null && report.readable());
        boolean refused = report != null && !report.readable();
        return Pages.show(frame, "letters/web/import", page, refused ? 422 : 200);
    }

    private static String what(Frame frame, Effect effect) {
        return frame.t(
                switch (effect) {
                    case ADD -> "letters.import.add";
                    case ADD_WITH_FOCAL_POINT -> "letters.import.add-with";
                    case APPOINT -> "letters.import.appoint";
                    case REPLACE -> "letters.import.replace";
                    case NOTHING -> "letters.import.nothing";
                    case WRONG_CLASS -> "letters.import.wrong-class";
                    case WRONG_COUNTRY -> "letters.import.wrong-country";
                    case NAME_MISSING -> "letters.import.name-missing";
                    case WRONG_FOCAL_POINT -> "letters.import.wrong-focal-point";
                    case WRONG_SINCE -> "letters.import.wrong-since";
                    case TWICE -> "letters.import.twice";
                });
    }
}
