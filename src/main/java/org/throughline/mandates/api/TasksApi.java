package org.throughline.mandates.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.mandates.TaskFilter;
import org.throughline.mandates.TaskJson;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;

/// The tasks of all instruments for programs.
@RestController
class TasksApi {

    private final Tasks tasks;
    private final Settings settings;

    TasksApi(Tasks tasks, Settings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/api/v1/tasks")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String evidence) {
        LocalDate today = tasks.today();
        var filter = new TaskFilter(actor, verb, status, line, evidence);
        List<Map<String, Object>> found = tasks.all().stream()
                .filter(task -> instrument.isEmpty() || task.instrument().equals(instrument))
                .filter(task -> filter.accepts(task, today))
                .map(task -> TaskJson.of(settings.publicUrl(), task, today))
                .toList();
        return JsonAnswer.of(new JsonAnswer.Listing<>(found, found.size(), null));
    }
}
