package org.throughline.documents.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fields of a document's header, and the words by which templates print them. A field's id is its tag in a form.
public enum HeaderField {
    SYMBOL("symbol", "document", "document no", "cote", "документ", "الوثيقة", "文件", "documento"),
    TITLE("title", "title", "titre", "título", "название", "العنوان", "标题"),
    SOURCE(
            "source",
            "source",
            "origine",
            "contribution by",
            "contribution from",
            "origen",
            "fuente",
            "источник",
            "المصدر",
            "来源"),
    AGENDA_ITEM(
            "agenda-item",
            "agenda item",
            "point de l'ordre du jour",
            "punto del orden del día",
            "пункт повестки дня",
            "بند جدول الأعمال",
            "议程项目",
            "议项"),
    DATE("date", "date", "fecha", "дата", "التاريخ", "日期"),
    ORIGINAL(
            "original",
            "original",
            "original language",
            "langue originale",
            "idioma original",
            "оригинал",
            "الأصل",
            "原文"),
    PURPOSE(
            "purpose", "purpose", "summary", "objet", "résumé", "objeto", "resumen", "цель", "резюме", "الغرض", "ملخص",
            "目的", "概要"),
    ACTION(
            "action",
            "action required",
            "suite à donner",
            "mesures à prendre",
            "acción solicitada",
            "acción requerida",
            "необходимые действия",
            "الإجراء المطلوب",
            "需采取的行动"),
    STRATEGIC(
            "strategic",
            "relevant link with the strategic plan",
            "relevant links with the strategic plan",
            "lien pertinent avec le plan stratégique",
            "liens pertinents avec le plan stratégique",
            "liens avec le plan stratégique",
            "vínculo pertinente con el plan estratégico",
            "vínculos pertinentes con el plan estratégico",
            "соответствующая связь со стратегическим планом",
            "الصلة بالخطة الاستراتيجية",
            "与战略规划的相关联系"),
    FINANCIAL(
            "financial",
            "financial implications",
            "incidences financières",
            "repercusiones financieras",
            "implicaciones financieras",
            "финансовые последствия",
            "الآثار المالية",
            "财务影响"),
    REFERENCES(
            "references",
            "references",
            "reference",
            "références",
            "référence",
            "referencias",
            "справочные документы",
            "ссылки",
            "المراجع",
            "参考文件");

    private static final Pattern PLURALS = Pattern.compile("\\((?:s|es|nt)\\)");

    private final String id;
    private final List<String> labels;

    HeaderField(String id, String... labels) {
        this.id = id;
        this.labels = List.of(labels);
    }

    public String id() {
        return id;
    }

    public static Optional<HeaderField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    /// A label and what stands behind it in the same line.
    record Labelled(HeaderField field, String rest) {}

    /// The field that a line of a header names, with "by the Council" and the like left out.
    static Optional<Labelled> labelled(String line) {
        String flat = PLURALS.matcher(line.strip().replace('’', '\''))
                .replaceAll(found -> line.contains("link(s)") || line.contains("lien(s)") ? "s" : "")
                .replaceAll("[\\s\u00a0]+", " ");
        int colon = colon(flat);
        String head = (colon < 0 ? flat : flat.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : flat.substring(colon + 1).strip();
        if (head.length() > 80) return Optional.empty();
        for (HeaderField field : values()) {
            for (String label : field.labels) {
                boolean whole = head.equals(label) || head.equals(label + " (s)");
                boolean said = field == ACTION && head.startsWith(label + " ");
                // "Document CWG-WSIS&SDG-40/12" has no colon.
                boolean symbol =
                        field == SYMBOL && colon < 0 && head.startsWith(label + " ") && head.matches(".*\\d/\\d.*");
                if (symbol)
                    return Optional.of(
                            new Labelled(field, flat.substring(label.length()).strip()));
                if (whole || said) return Optional.of(new Labelled(field, rest));
            }
        }
        return Optional.empty();
    }

    private static int colon(String line) {
        int one = line.indexOf(':');
        int two = line.indexOf('：');
        return one < 0 || two >= 0 && two < one ? two : one;
    }
}
