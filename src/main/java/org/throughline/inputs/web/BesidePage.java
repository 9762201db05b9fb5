package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.LocalizedText;

/// The answers of two inputs beside each other.
public record BesidePage(Call call, Side left, Side right, List<Row> rows) {

    public record Side(int number, String name, String language) {}

    public record Row(String question, LocalizedText label, String left, String right, boolean same) {}
}
