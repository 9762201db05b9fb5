package org.throughline.opendata;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.throughline.platform.Settings;

/// What an operator may set about open data.
///
/// @param licence under which the register is given away, as an address, and its name; the default asks only to be
/// named
/// @param publisher who gives it away; the name of the installation where nothing is set
/// @param mail whom a harvester's owner writes to
/// @param keep how many dated dumps stay
/// @param at when the nightly dump is made, in UTC
/// @param pace how often it is looked whether something is to be done; zero to do nothing unasked
/// @param iatiReference the publisher's identifier in IATI files; the host of this installation where nothing is set
/// @param iatiType the publisher's kind of organisation in IATI's list; 40 is multilateral
@ConfigurationProperties("throughline.open-data")
public record OpenDataSettings(
        @DefaultValue("https://creativecommons.org/licenses/by/4.0/")
        String licence,

        @DefaultValue("CC BY 4.0") String licenceName,
        @Nullable String publisher,
        @DefaultValue("secretariat@localhost") String mail,
        @DefaultValue("14") int keep,
        @DefaultValue("02:15") LocalTime at,
        @DefaultValue("PT1M") Duration pace,
        @Nullable String iatiReference,
        @DefaultValue("40") String iatiType) {

    public OpenDataSettings {
        if (keep < 1) throw new IllegalArgumentException("throughline.open-data.keep must be at least 1");
    }

    public String publisher(Settings settings) {
        return publisher == null || publisher.isBlank() ? settings.name() : publisher;
    }

    public String iatiReference(Settings settings) {
        return iatiReference == null || iatiReference.isBlank() ? host(settings) : iatiReference;
    }

    /// The host under which readers reach this installation: what its identifiers are told apart by.
    public static String host(Settings settings) {
        String host = URI.create(settings.publicUrl()).getHost();
        return host == null ? "localhost" : host;
    }
}
