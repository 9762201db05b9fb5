package org.throughline.files;

import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Hands a file out so that no browser runs it: always as a download, never as a page of this site. A handler
/// returns what [#of] makes, after it has decided that the reader may have the file. Ranges and ETags are served by
/// the framework.
@Component
public class FileDownload {

    private final ContentStore contents;

    FileDownload(ContentStore contents) {
        this.contents = contents;
    }

    /// For a file that only some may read, or that may be withdrawn at any time: kept by nobody without asking
    /// again.
    public ResponseEntity<Resource> of(StoredFile file) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachmentHeader(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .eTag('"' + file.sha256() + '"')
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .body(new FileSystemResource(contents.placeOf(file.sha256())));
    }
}
