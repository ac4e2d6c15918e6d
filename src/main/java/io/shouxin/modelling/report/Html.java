package io.shouxin.modelling.report;

import java.util.List;
import java.util.Locale;

/** Pieces of a page in two languages: each label in Chinese, then English. */
final class Html {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title>
            <style>
            body{font:14px/1.5 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:1080px;padding:0 1rem;color:#1d2733}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccd4dd}h3{font-size:1rem;margin:.5rem 0}
            [lang=en]{color:#5a6675;font-weight:normal}
            table{border-collapse:collapse;margin:.5rem 0}td,th{padding:.2rem .7rem;border-bottom:1px solid #e3e8ee;text-align:left;vertical-align:top}
            td.n{text-align:right;font-variant-numeric:tabular-nums}
            .plots{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:340px}figcaption{font-size:.85rem}
            svg .axis{fill:none;stroke:#7c8794}svg text{font-size:9px;fill:#3c4754;text-anchor:middle}svg .end{text-anchor:end}svg .label{font-size:10px}
            svg .main{fill:none;stroke:#0b5fad;stroke-width:2}svg .second{fill:none;stroke:#c2571a;stroke-width:2}svg .even{fill:none;stroke:#9aa5b1;stroke-dasharray:4 3}
            svg rect{fill:#7fb0de}svg circle{fill:#c2571a}.warn{background:#fff4e5;border-left:4px solid #c2571a;padding:.5rem 1rem}
            code{font-size:.85em;word-break:break-all}
            </style></head><body>
            """;

    private final StringBuilder text = new StringBuilder();

    Html(String title) {
        text.append(HEAD.formatted(escaped(title)));
    }

    Html title(String chinese, String english) {
        text.append("<h1>").append(both(chinese, english)).append("</h1>\n");
        return this;
    }

    Html section(String chinese, String english) {
        text.append("<h2>").append(both(chinese, english)).append("</h2>\n");
        return this;
    }

    Html paragraph(String chinese, String english) {
        text.append("<p>").append(escaped(chinese)).append("<br><span lang=\"en\">").append(escaped(english)).append("</span></p>\n");
        return this;
    }

    Html warning(String chinese, String english) {
        text.append("<p class=\"warn\">").append(escaped(chinese)).append("<br><span lang=\"en\">").append(escaped(english)).append("</span></p>\n");
        return this;
    }

    /** @param header label per column, Chinese and English separated by a bar; {@code rows} of texts */
    Html table(List<String> header, List<List<String>> rows) {
        text.append("<table><tr>");
        header.forEach(label -> text.append("<th>").append(label.contains("|")
                ? both(label.substring(0, label.indexOf('|')), label.substring(label.indexOf('|') + 1)) : escaped(label)).append("</th>"));
        text.append("</tr>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> text.append(cell.matches("-?[0-9][0-9.,eE%-]*") ? "<td class=\"n\">" : "<td>").append(escaped(cell)).append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</table>\n");
        return this;
    }

    Html plots(List<String> figures) {
        text.append("<div class=\"plots\">").append(String.join("\n", figures)).append("</div>\n");
        return this;
    }

    static String figure(String svg, String chinese, String english) {
        return "<figure>" + svg + "<figcaption>" + both(chinese, english) + "</figcaption></figure>";
    }

    String end() {
        return text + "</body></html>\n";
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String both(String chinese, String english) {
        return escaped(chinese) + " <span lang=\"en\">" + escaped(english) + "</span>";
    }
}
