package org.throughline.stocktaking;

import java.util.List;
import java.util.Optional;

/// What a list of projects can be narrowed by and is counted by, named as in addresses.
public enum Facet {
    ACTION_LINE("actionLine"),
    SDG("sdg"),
    GDC("gdc"),
    COUNTRY("country"),
    REGION("region"),
    STAKEHOLDER_TYPE("stakeholderType"),
    ACTIVITY_TYPE("activityType"),
    BENEFICIARY("beneficiary"),
    COVERAGE("coverage"),
    STATUS("status"),
    YEAR("year"),
    LIGHT("light"),
    LANGUAGE("language"),
    COLLECTION("collection");

    /// Those of the standard form, in the order of the page.
    public static final List<Facet> ALL = List.of(values());

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /// Its name in an address.
    public String parameter() {
        return parameter;
    }

    public static Optional<Facet> of(String parameter) {
        return ALL.stream().filter(facet -> facet.parameter.equals(parameter)).findFirst();
    }
}
