package org.throughline.stocktaking.web;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.FormerAddresses;

/// The addresses that projects had on the WSIS site over the years lead to where they are now.
@Controller
class FormerAddressPages {

    private static final String PARAMETER = "projectId";

    private final FormerAddresses former;

    FormerAddressPages(FormerAddresses former) {
        this.former = former;
    }

    @OpenToAll
    @GetMapping({
        "/stocktaking/Project/Details",
        "/archive/stocktaking/Project/Details",
        "/net4/wsis/archive/stocktaking/Project/Details"
    })
    ModelAndView project(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        // The old site did not mind capitals.
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(PARAMETER))
                .map(parameter -> parameter.getValue().getFirst())
                .findFirst()
                .flatMap(id -> former.number(id == null ? "" : id.strip()))
                .map(number -> Moved.to(frame.url("/stocktaking/" + number)))
                .orElseThrow(Refusal::notFound);
    }
}
