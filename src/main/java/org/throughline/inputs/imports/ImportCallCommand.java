package org.throughline.inputs.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `import call FILE`: makes a call and publishes it, from JSON as `GET /api/v1/calls/{slug}` gives it.
@Component
class ImportCallCommand implements Command {

    private static final int LARGEST = 2 << 20;

    private final Calls calls;
    private final Messages messages;
    private final TransactionTemplate transaction;

    ImportCallCommand(Calls calls, Messages messages, PlatformTransactionManager transactions) {
        this.calls = calls;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "import call";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Path file = arguments.onlyFile("FILE");
        try {
            if (Files.size(file) > LARGEST) {
                System.err.println("A call’s file is at most 2 MB.");
                return 1;
            }
            JsonNode json = Json.tree(Files.readString(file));
            String slug = json.path("slug").asString("");
            transaction.executeWithoutResult(status -> make(slug, json, Actor.system("import")));
            out.println("The call is at /calls/" + slug);
            return 0;
        } catch (Refusal e) {
            System.err.println(messages.in(Languages.DEFAULT)
                    .of(e.messageKey(), e.arguments().toArray()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            System.err.println("The file " + file + " is not the JSON of a call: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("The file " + file + " cannot be read: " + e.getMessage());
        }
        return 1;
    }

    private void make(String slug, JsonNode json, Actor actor) {
        JsonNode mandate = json.path("mandate");
        CallId call = calls.create(
                new NewCall(
                        slug,
                        null,
                        text(json, "title"),
                        text(json, "purpose"),
                        text(json, "body"),
                        new Call.Mandate(
                                mandate.path("instrument").asString(""),
                                mandate.path("paragraph").asString(""),
                                mandate.path("url").asString("")),
                        Instant.parse(json.path("opensAt").asString("")),
                        Instant.parse(json.path("closesAt").asString(""))),
                actor);
        calls.saveQuestionnaire(
                call, Json.mapper().treeToValue(json.path("questionnaire"), Questionnaire.class), actor);
        calls.publish(call, actor);
    }

    private static LocalizedText text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull()
                ? LocalizedText.EMPTY
                : Json.mapper().treeToValue(value, LocalizedText.class);
    }
}
