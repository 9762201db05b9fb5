package org.throughline.audit;

import org.throughline.platform.web.Frame;

/// Who did something, in the reader's language: people by their names, the program by what it was doing.
public final class ActorWords {

    private ActorWords() {}

    public static String of(Frame frame, AuditTrail.Act act) {
        return act.actor() != null ? act.name() : ofProgram(frame, act.name());
    }

    /// @param name as [Actor#system] was given it
    static String ofProgram(Frame frame, String name) {
        return switch (name) {
            case "endorser" -> frame.t("audit.actor.endorser");
            case "import" -> frame.t("audit.actor.import");
            case "example world" -> frame.t("audit.actor.example");
            case "demo" -> frame.t("audit.actor.demo");
            case "first run" -> frame.t("audit.actor.first-run");
            case "measurement" -> frame.t("audit.actor.measurement");
            case "installation" -> frame.t("audit.actor.installation");
            case "open-data" -> frame.t("audit.actor.open-data");
            default -> frame.t("audit.actor.program");
        };
    }
}
