package org.throughline.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What an operator may set about files.
///
/// @param largest no file is larger, whatever a caller allows
/// @param reserve what must stay free on the disk, so that a flood of files never stops the database
/// @param extractionTime how much processor time the reading of one file's text may take
/// @param extractionPatience how long it may take on the clock, whatever else the machine does
/// @param extractedCharacters how much of a file's text is kept
@ConfigurationProperties("throughline.files")
record FileSettings(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("256MB") DataSize reserve,
        @DefaultValue("20s") Duration extractionTime,
        @DefaultValue("2m") Duration extractionPatience,
        @DefaultValue("2000000") int extractedCharacters) {}
