package org.throughline.roadmaps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The road map of one action line, as paragraph 113 of A/RES/80/173 asks for: what is to be reached, by which
/// activities of whom, and how it is measured.
///
/// @param line the code of the action line
/// @param version how often it was written
public record ActionPlan(String line, int version, Instant changedAt, Facts facts) {

    /// What it says; a version of it is exactly this.
    ///
    /// @param language the language that its words are written in
    /// @param paragraphs of instruments that it carries out, as they are cited
    /// @param gdc commitments and objectives of the Global Digital Compact, by their codes
    /// @param sdgTargets such as `9.c`
    /// @param facilitators who keeps it
    public record Facts(
            String language,
            String objective,
            String facilitators,
            List<String> paragraphs,
            List<String> gdc,
            List<String> sdgTargets,
            List<Indicator> indicators,
            List<Activity> activities) {

        public Facts {
            paragraphs = List.copyOf(paragraphs);
            gdc = List.copyOf(gdc);
            sdgTargets = List.copyOf(sdgTargets);
            indicators = List.copyOf(indicators);
            activities = List.copyOf(activities);
        }
    }

    /// How something is measured. Values are words, because sources give ranges and remarks.
    public record Indicator(
            String name,
            String unit,
            String baseline,
            String baselineYear,
            String target,
            String targetYear,
            String source) {}

    /// @param responsible who does it
    /// @param supporting who helps
    /// @param starts and `due` as exactly as they are known; empty where they are not
    /// @param updated when somebody last said how far it has come
    /// @param evidence an address or a document
    public record Activity(
            String title,
            String responsible,
            String supporting,
            String starts,
            String due,
            String resources,
            ActivityStatus status,
            String updated,
            String evidence) {

        /// Whether its time has passed and it is neither done nor stopped.
        public boolean isOverdue(LocalDate today) {
            return !due.isEmpty()
                    && (status == ActivityStatus.PLANNED || status == ActivityStatus.UNDER_WAY)
                    && new When(due, "", "").lastDay().isBefore(today);
        }
    }
}
