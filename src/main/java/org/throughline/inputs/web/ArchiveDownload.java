package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.audit.Actor;
import org.throughline.inputs.InputArchive;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;

/// The archive of a call as a file, for `throughline verify`; by page or by token.
@Controller
class ArchiveDownload {

    private final InputArchive archive;

    ArchiveDownload(InputArchive archive) {
        this.archive = archive;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping({"/calls/{slug}/archive.zip", "/api/v1/calls/{slug}/archive.zip"})
    void archive(@PathVariable String slug, Actor actor, HttpServletResponse response) throws IOException {
        InputArchive.Snapshot snapshot = archive.snapshot(slug);
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + snapshot.call().slug() + "-archive.zip\"");
        response.setHeader("Cache-Control", "no-store");
        archive.write(snapshot, actor, response.getOutputStream());
    }
}
