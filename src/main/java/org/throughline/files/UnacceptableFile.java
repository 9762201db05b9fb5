package org.throughline.files;

import java.io.Serial;

/// Thrown inside the checks when a file may not be taken in; [Files] turns it into the refusal the person sees.
final class UnacceptableFile extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    UnacceptableFile(FileProblem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
