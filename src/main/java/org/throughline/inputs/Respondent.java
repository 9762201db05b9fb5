package org.throughline.inputs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who speaks in an input, and for whom.
///
/// @param organisation the organisation or group spoken for; empty for a person's own input
/// @param name the person who answers; private unless the input is the person's own and consent to the name is
/// given
/// @param email where receipts and questions go; never public
/// @param stakeholderType a code of the vocabulary `stakeholder-types`
/// @param country ISO 3166 alpha-2 of the seat; absent for those without a country of their own
/// @param region a code of the vocabulary `regions`; `GLOBAL` for those whose work is worldwide
/// @param scope how far the work reaches, which is not where the seat is
public record Respondent(
        Behalf behalf,
        String organisation,
        String name,
        String email,
        String stakeholderType,
        @Nullable String country,
        String region,
        Scope scope) {

    @JsonCreator
    public static Respondent of(
            @JsonProperty("behalf") @Nullable Behalf behalf,
            @JsonProperty("organisation") @Nullable String organisation,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("stakeholderType") @Nullable String stakeholderType,
            @JsonProperty("country") @Nullable String country,
            @JsonProperty("region") @Nullable String region,
            @JsonProperty("scope") @Nullable Scope scope) {
        return new Respondent(
                behalf == null ? Behalf.SELF : behalf,
                text(organisation),
                text(name),
                text(email),
                text(stakeholderType),
                country == null || country.isBlank() ? null : country.strip().toUpperCase(Locale.ROOT),
                text(region),
                scope == null ? Scope.NATIONAL : scope);
    }

    /// The name of the one who speaks, for those who may see names: a person in a person's own input, otherwise the
    /// organisation or group. May be blank.
    public String speaker() {
        return behalf == Behalf.SELF || organisation.isBlank() ? name : organisation;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    Respondent inRegion(String region) {
        return new Respondent(behalf, organisation, name, email, stakeholderType, country, region, scope);
    }

    /// On whose behalf an input is given.
    public enum Behalf {
        SELF,
        ORGANISATION,
        GROUP;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Behalf of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// How far the work of the respondent reaches.
    public enum Scope {
        NATIONAL,
        REGIONAL,
        GLOBAL;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Scope of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
