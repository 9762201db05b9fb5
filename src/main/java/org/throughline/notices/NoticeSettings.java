package org.throughline.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set about letters to many, as `throughline.notices.…`.
///
/// @param fourEyes whether a letter to all members is released by somebody else than who wrote it
/// @param perMinute how many letters go out in a minute where the secretariat says nothing else
@ConfigurationProperties("throughline.notices")
record NoticeSettings(
        @DefaultValue("false") boolean fourEyes,
        @DefaultValue("3000") int perMinute) {}
