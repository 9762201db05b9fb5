package org.throughline.files;

import java.io.Serial;
import org.throughline.platform.Refusal;

/// A file was not taken in, and nothing of it was kept. The words name the file, the reason and what to do.
public final class FileRefused extends Refusal {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    private FileRefused(FileProblem problem, int status, String messageKey, String name, long megabytes) {
        super(slug(problem), status, messageKey, name, megabytes);
        this.problem = problem;
    }

    static FileRefused of(FileProblem problem, String name, long maxBytes) {
        int status = switch (problem) {
            case TOO_LARGE -> 413;
            case OTHER_TYPE, OTHER_ORIGINAL, OTHER_PICTURE, OLD_WORD -> 415;
            case NO_ROOM -> 507;
            default -> 422;
        };
        return new FileRefused(problem, status, key(problem), name, Math.max(1, maxBytes >> 20));
    }

    private static String slug(FileProblem problem) {
        return switch (problem) {
            case EMPTY -> "file-empty";
            case TOO_LARGE -> "file-too-large";
            case OTHER_TYPE -> "file-other-type";
            case OTHER_ORIGINAL -> "file-other-original";
            case OTHER_PICTURE -> "file-other-picture";
            case TOO_MANY_PIXELS -> "file-too-many-pixels";
            case OLD_WORD -> "file-old-word";
            case NAME_DIFFERS -> "file-name-differs";
            case DAMAGED -> "file-damaged";
            case ENCRYPTED -> "file-encrypted";
            case MACROS -> "file-macros";
            case ACTIVE_CONTENT -> "file-active-content";
            case REMOTE_PARTS -> "file-remote-parts";
            case UNPACKS_TOO_LARGE -> "file-unpacks-too-large";
            case TWO_FORMATS -> "file-two-formats";
            case NO_ROOM -> "file-no-room";
        };
    }

    private static String key(FileProblem problem) {
        return switch (problem) {
            case EMPTY -> "files.problem.empty";
            case TOO_LARGE -> "files.problem.too-large";
            case OTHER_TYPE -> "files.problem.other-type";
            case OTHER_ORIGINAL -> "files.problem.other-original";
            case OTHER_PICTURE -> "files.problem.other-picture";
            case TOO_MANY_PIXELS -> "files.problem.too-many-pixels";
            case OLD_WORD -> "files.problem.old-word";
            case NAME_DIFFERS -> "files.problem.name-differs";
            case DAMAGED -> "files.problem.damaged";
            case ENCRYPTED -> "files.problem.encrypted";
            case MACROS -> "files.problem.macros";
            case ACTIVE_CONTENT -> "files.problem.active-content";
            case REMOTE_PARTS -> "files.problem.remote-parts";
            case UNPACKS_TOO_LARGE -> "files.problem.unpacks-too-large";
            case TWO_FORMATS -> "files.problem.two-formats";
            case NO_ROOM -> "files.problem.no-room";
        };
    }

    public FileProblem problem() {
        return problem;
    }
}
