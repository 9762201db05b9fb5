package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.calls.Questionnaire;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.inputs.InputLine;
import org.throughline.inputs.InputOrder;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The list of published inputs in other forms: what the page finds, in its order, row by row so that size does not
/// matter; and the files of an input.
@Controller
class InputExports {

    private static final int CHUNK = 200;
    private static final int FEED = 100;

    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final InputFinder finder;
    private final Files files;
    private final FileDownload download;
    private final Settings settings;

    InputExports(
            PublishedCalls calls,
            PublishedInputs inputs,
            InputFinder finder,
            Files files,
            FileDownload download,
            Settings settings) {
        this.calls = calls;
        this.inputs = inputs;
        this.finder = finder;
        this.files = files;
        this.download = download;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs.csv")
    void csv(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        List<Questionnaire.Question> questions =
                calls.questionnaire(call.id()).questions().toList();
        List<Integer> numbers = finder.numbers(call, ListQuery.of(parameters), frame.language());
        try (Writer out = begin(response, "text/csv;charset=utf-8", slug + "-inputs.csv")) {
            out.append('\uFEFF');
            List<Object> head = new ArrayList<>(List.of(
                    "number",
                    "name",
                    "behalf",
                    "stakeholderType",
                    "country",
                    "region",
                    "language",
                    "receivedAt",
                    "url"));
            questions.forEach(question -> head.add(question.code()));
            Csv.row(out, head);
            each(call, numbers, input -> {
                List<Object> row = new ArrayList<>();
                row.add(input.number());
                row.add(input.name());
                row.add(input.behalf());
                row.add(input.stakeholderType());
                row.add(input.country() == null ? "" : input.country());
                row.add(input.region());
                row.add(input.language());
                row.add(input.receivedAt().toString());
                row.add(address(slug, input.number()));
                for (Questionnaire.Question question : questions)
                    row.add(
                            question.kind() == Questionnaire.Kind.FILE
                                    ? files(slug, input, question.code())
                                    : cell(input, question.code()));
                Csv.row(out, row);
            });
        }
    }

    // As an import without a mapping reads it: texts as they are, choices as codes, whatever language they were
    // chosen in, and the rows of a group as JSON.
    private static Object cell(PublishedInput input, String question) {
        JsonNode value = input.answers().stream()
                .filter(answer -> answer.question().equals(question))
                .map(PublishedInput.PublishedAnswer::value)
                .findFirst()
                .orElse(MissingNode.getInstance());
        if (value.isIntegralNumber()) return value.longValue();
        if (!value.isArray()) return value.asString("");
        List<String> codes = new ArrayList<>();
        for (JsonNode code : value) {
            if (!code.isString()) return Json.write(value);
            codes.add(code.stringValue());
        }
        return String.join(";", codes);
    }

    private String files(String slug, PublishedInput input, String question) {
        return input.files().stream()
                .filter(file -> file.question().equals(question))
                .map(file -> address(slug, input.number(), file))
                .collect(Collectors.joining(";"));
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs.jsonl")
    void jsonLines(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        List<Integer> numbers = finder.numbers(call, ListQuery.of(parameters), frame.language());
        try (Writer out = begin(response, "application/x-ndjson;charset=utf-8", slug + "-inputs.jsonl")) {
            each(call, numbers, input -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("number", input.number());
                line.put("name", input.name());
                line.put("behalf", input.behalf());
                line.put("stakeholderType", input.stakeholderType());
                line.put("country", input.country());
                line.put("region", input.region());
                line.put("language", input.language());
                line.put("receivedAt", input.receivedAt().toString());
                line.put("quotable", input.quotable());
                line.put("url", address(slug, input.number()));
                Map<String, Object> answers = new LinkedHashMap<>();
                input.answers().forEach(answer -> answers.put(answer.question(), answer.value()));
                line.put("answers", answers);
                line.put(
                        "files",
                        input.files().stream()
                                .map(file -> Map.of(
                                        "question",
                                        file.question(),
                                        "title",
                                        file.title(),
                                        "url",
                                        address(slug, input.number(), file)))
                                .toList());
                out.append(Json.write(line)).append('\n');
            });
        }
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs.atom")
    ResponseEntity<byte[]> atom(
            Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        // A feed is newest first, whatever the order of the list.
        List<Integer> numbers =
                finder.numbers(call, ListQuery.of(parameters).ordered(InputOrder.NEWEST), frame.language());
        List<InputLine> lines = inputs.lines(call.id(), numbers.subList(0, Math.min(FEED, numbers.size())));
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").open("feed", "xmlns", "http://www.w3.org/2005/Atom");
        xml.element("id", settings.publicUrl() + "/calls/" + slug + "/inputs");
        xml.element("title", call.title().textFor("en"));
        xml.element(
                "updated",
                lines.isEmpty()
                        ? call.opensAt().toString()
                        : lines.getFirst().receivedAt().toString());
        for (InputLine line : lines) {
            xml.open("entry");
            xml.element("id", address(slug, line.number()));
            xml.element("title", line.name().isEmpty() ? "Input " + line.number() : line.name());
            xml.element("updated", line.receivedAt().toString());
            xml.open("author")
                    .element("name", line.name().isEmpty() ? "–" : line.name())
                    .close("author");
            xml.empty("link", "href", address(slug, line.number()));
            xml.element("summary", line.opening(), "xml:lang", line.language());
            xml.close("entry");
        }
        xml.close("feed");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/inputs/{number:\\d{1,9}}/files/{id}")
    ResponseEntity<Resource> file(@PathVariable String slug, @PathVariable int number, @PathVariable UUID id) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        PublishedInput.PublishedFile published =
                inputs.file(call.id(), number, id).orElseThrow(Refusal::notFound);
        return download.of(files.find(new FileId(published.file())).orElseThrow(Refusal::notFound));
    }

    private interface Each {
        void take(PublishedInput input) throws IOException;
    }

    private void each(Call call, List<Integer> numbers, Each each) throws IOException {
        for (int from = 0; from < numbers.size(); from += CHUNK)
            for (PublishedInput input :
                    inputs.whole(call.id(), numbers.subList(from, Math.min(from + CHUNK, numbers.size()))))
                each.take(input);
    }

    private String address(String slug, int number) {
        return settings.publicUrl() + "/calls/" + slug + "/inputs/" + number;
    }

    private String address(String slug, int number, PublishedInput.PublishedFile file) {
        return address(slug, number) + "/files/" + file.id();
    }

    private static Writer begin(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 32 * 1024);
    }
}
