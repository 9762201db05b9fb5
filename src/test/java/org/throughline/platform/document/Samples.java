package org.throughline.platform.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;

/// A long document with every kind of block, in each of the six languages.
final class Samples {

    static final Instant DATED = Instant.parse("2026-03-14T10:00:00Z");

    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
            List.of(
                    "Summary of the inputs received",
                    "Access for everyone",
                    "Two thirds of the contributions ask that every school be connected before the end of the decade.",
                    "Agenda item",
                    "Contributions by region",
                    "Africa",
                    "Counted once for each organisation; joint contributions count once.",
                    "Contents"),
            "fr",
            List.of(
                    "Résumé des contributions reçues",
                    "L’accès pour tous",
                    "Les deux tiers des contributions demandent que chaque école soit connectée avant la fin de la décennie.",
                    "Point de l’ordre du jour",
                    "Contributions par région",
                    "Afrique",
                    "Chaque organisation compte une fois ; une contribution commune compte une seule fois.",
                    "Table des matières"),
            "es",
            List.of(
                    "Resumen de las contribuciones recibidas",
                    "Acceso para todas las personas",
                    "Dos tercios de las contribuciones piden que todas las escuelas estén conectadas antes de que acabe el decenio.",
                    "Punto del orden del día",
                    "Contribuciones por región",
                    "África",
                    "Cada organización se cuenta una vez; las contribuciones conjuntas cuentan una sola vez.",
                    "Índice"),
            "ru",
            List.of(
                    "Резюме полученных материалов",
                    "Доступ для всех",
                    "В двух третях материалов предлагается подключить все школы к сети до конца десятилетия.",
                    "Пункт повестки дня",
                    "Материалы по регионам",
                    "Африка",
                    "Каждая организация учитывается один раз; совместный материал учитывается один раз.",
                    "Содержание"),
            "ar",
            List.of(
                    "ملخص المساهمات الواردة",
                    "إتاحة النفاذ للجميع",
                    "يطلب ثلثا المساهمات توصيل جميع المدارس بالإنترنت قبل نهاية العقد.",
                    "بند جدول الأعمال",
                    "المساهمات بحسب المنطقة",
                    "أفريقيا",
                    "تُحتسب كل منظمة مرة واحدة، وتُحتسب المساهمة المشتركة مرة واحدة.",
                    "المحتويات"),
            "zh",
            List.of(
                    "所收到文稿的摘要",
                    "人人享有接入",
                    "三分之二的文稿要求在本十年结束之前使每一所学校都接入互联网，并为教师提供培训和支持。",
                    "议程项目",
                    "各区域提交的文稿",
                    "非洲",
                    "每个组织只计算一次；联合文稿只计算一次。",
                    "目录"));

    private Samples() {}

    static List<String> words(String language) {
        return WORDS.getOrDefault(language, List.of());
    }

    static Document in(String language) {
        return in(language, 2);
    }

    static Document in(String language, int chapters) {
        List<String> w = words(language);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Contents(w.get(7)));
        for (int i = 1; i <= chapters; i++) blocks.addAll(chapter(language, w, i));
        return new Document(
                language,
                "CWG/40/12",
                w.get(0),
                w.get(2),
                List.of(
                        new Document.HeaderRow(w.get(3), "3.1"),
                        new Document.HeaderRow(
                                w.get(4), List.of(Inline.link("WSIS+20", "https://example.org/wsis?a=1&b=2")))),
                blocks,
                "CC BY 4.0",
                DATED);
    }

    private static List<Block> chapter(String language, List<String> w, int n) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.heading(1, "part" + n, n + ". " + w.get(1)));
        blocks.add(new Block.Paragraph(List.of(
                Inline.text(w.get(2) + " "),
                Inline.bold(w.get(5)),
                Inline.text(", "),
                Inline.italic(w.get(1)),
                Inline.text(w.get(6)),
                Inline.link("example.org", "https://example.org/"),
                Inline.text(" "),
                Inline.text("“Wir sind dabei”", "de"),
                Inline.text(" / "),
                Inline.text("«لا أحد يتخلف عن الركب» (SDG 4)", "ar"),
                new Inline.Break(),
                Inline.reference("12", "s" + n + "-12"))));
        blocks.add(Block.heading(2, "lines" + n, w.get(0)));
        var lines = new ArrayList<Block.Line>();
        for (int i = 10; i < 18; i++) {
            lines.add(new Block.Line(i, "s" + n + "-" + i, List.of(Inline.text(w.get(2) + " " + w.get(6)))));
        }
        blocks.add(new Block.Lines(lines));
        blocks.add(new Block.BulletList(List.of(
                new Block.Item(List.of(Inline.text(w.get(1)))),
                new Block.Item(
                        List.of(Inline.text(w.get(4))),
                        List.of(new Block.NumberedList(3, List.of(new Block.Item(List.of(Inline.text(w.get(5)))))))))));
        blocks.add(new Block.Table(
                w.get(4),
                List.of(
                        new Block.Column(w.get(5), Block.Alignment.START),
                        new Block.Column("2024", Block.Alignment.END),
                        new Block.Column("%", Block.Alignment.CENTER)),
                rows(w),
                true));
        blocks.add(Block.figure("figure" + n, chart(language)));
        blocks.add(new Block.Quote(
                List.of(Inline.text("The Internet (ICT4D) must reach “every village” — 100 % of them.")),
                "en",
                "Amina Diallo, ITU"));
        blocks.add(new Block.Quote(
                List.of(Inline.text("يجب أن تصل شبكة ITU-T Y.4900 إلى كل قرية بحلول عام 2030.")), "ar", "أمينة ديالو"));
        blocks.add(new Block.Quote(List.of(Inline.text("互联网必须通达每个村庄（2030年）。")), "zh", "王小明"));
        blocks.add(new Block.Note(w.get(0), List.of(Block.paragraph(w.get(6)))));
        blocks.add(new Block.PageBreak());
        blocks.add(Block.heading(2, "form" + n, w.get(3)));
        blocks.add(new Block.AnswerLines("q1-" + n, List.of(Inline.text(w.get(1))), w.get(6), 4));
        blocks.add(new Block.Choices(
                "q2-" + n,
                List.of(Inline.text(w.get(4))),
                w.get(6),
                List.of(new Block.Choice("AFR", w.get(5)), new Block.Choice("EUR", "Europe"))));
        return blocks;
    }

    private static List<List<List<Inline>>> rows(List<String> w) {
        var rows = new ArrayList<List<List<Inline>>>();
        for (int i = 1; i <= 30; i++) {
            rows.add(List.of(
                    List.of(Inline.text(w.get(5) + " " + i)),
                    List.of(Inline.text(String.valueOf(i * 7))),
                    List.of(Inline.text(i + " %"))));
        }
        return rows;
    }

    static Chart chart(String language) {
        List<String> w = words(language);
        return Charts.bars(
                new ChartText(language, w.get(4), "", w.get(0), "62 / 97", w.get(6), w.get(5), "%"),
                List.of(
                        new Charts.Row(w.get(5), 31, 0.5),
                        new Charts.Row(w.get(2), 19, 0.31),
                        new Charts.Row("Europe", 12, 0.19)));
    }
}
