package org.throughline.mail.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.throughline.mail.web.DemoMailPage.Piece;

/// Finds the addresses of this site in a text. Only they become links, and the links carry the path alone: whatever
/// somebody wrote into a message cannot lead a reader elsewhere.
final class Links {

    private final String site;
    private final Pattern pattern;

    /// @param site the public address of this installation, without a slash at the end
    Links(String site) {
        this.site = site;
        // A second slash would begin another host's address.
        this.pattern = Pattern.compile(Pattern.quote(site) + "(/(?![/\\\\])[A-Za-z0-9\\-._~!$&'()*+,;=:@%/?#]*)");
    }

    List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = pattern.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String path = matcher.group(1).replaceAll("[.,;:!?')]+$", "");
            if (matcher.start() > done) pieces.add(new Piece(text.substring(done, matcher.start()), null));
            pieces.add(new Piece(site + path, path));
            done = matcher.start() + site.length() + path.length();
        }
        if (done < text.length()) pieces.add(new Piece(text.substring(done), null));
        return pieces;
    }
}
