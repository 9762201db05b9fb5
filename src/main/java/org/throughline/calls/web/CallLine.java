package org.throughline.calls.web;

import java.time.Duration;
import java.time.Instant;
import org.throughline.calls.Call;
import org.throughline.platform.web.Frame;

/// A call in a list, with where it stands now.
public record CallLine(Call call, Call.Stage stage, long daysLeft, long hoursLeft) {

    static CallLine of(Call call, Instant now) {
        Duration left = Duration.between(now, call.endsAt());
        return new CallLine(call, call.stageAt(now), Math.max(0, left.toDays()), Math.max(0, left.toHours()));
    }

    public String stageWord(Frame frame) {
        return switch (stage) {
            case DRAFT -> frame.t("calls.stage.draft");
            case UPCOMING -> frame.t("calls.stage.upcoming");
            case OPEN -> frame.t("calls.stage.open");
            case CLOSED -> frame.t("calls.stage.closed");
        };
    }

    /// "Closes in 12 days", "Closed", "Opens on …".
    public String timeLeft(Frame frame) {
        return switch (stage) {
            case DRAFT -> frame.t("calls.left.draft");
            case UPCOMING -> frame.t("calls.left.upcoming", frame.date(call.opensAt()));
            case OPEN -> daysLeft > 1 ? frame.t("calls.left.days", daysLeft) : frame.t("calls.left.hours", hoursLeft);
            case CLOSED -> frame.t("calls.left.closed", frame.date(call.endsAt()));
        };
    }
}
