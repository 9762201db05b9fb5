package org.throughline.stocktaking.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Signpost;

/// Who guessed or mistyped an address of the register is led back to it.
@Component
class RegisterSignpost implements Signpost {

    @Override
    public Optional<Way> from(Frame frame, String path) {
        if (!path.startsWith("/stocktaking") && !path.startsWith("/collections/")) return Optional.empty();
        String register = frame.url("/stocktaking");
        return Optional.of(new Way(
                frame.t("stocktaking.list.search"),
                frame.t("stocktaking.list.find"),
                register,
                frame.t("stocktaking.gone.list"),
                register));
    }
}
