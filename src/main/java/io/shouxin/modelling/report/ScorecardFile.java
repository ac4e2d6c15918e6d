package io.shouxin.modelling.report;

import io.shouxin.modelling.binning.Bin;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.training.ScorecardPoints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A trained scorecard as a decision table (DMN), in the form of the tables people write: one row per bin, each giving
 * characteristic, points, most points and reason code, and a row of base points. A draft: the policy book knows nothing of it
 * until somebody publishes it.
 *
 * @param key     policy key, e.g. {@code scorecard-invoices}
 * @param version e.g. {@code 2026.2}
 */
public record ScorecardFile(String key, String version, String name, String description) {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="%1$s-definitions" name="%2$s" namespace="https://shouxin.example/policies">
              <decision id="%1$s" name="%2$s" camunda:versionTag="%3$s" camunda:historyTimeToLive="P3650D">
                <description>%4$s</description>
                <decisionTable id="%1$s-table" hitPolicy="COLLECT">
            """;
    private static final String OUTPUTS = """
                  <output id="output_characteristic" label="评分因素" name="characteristic" typeRef="string"/>
                  <output id="output_points" label="得分" name="points" typeRef="number"/>
                  <output id="output_maxPoints" label="满分" name="maxPoints" typeRef="number"/>
                  <output id="output_reasonCode" label="理由代码" name="reasonCode" typeRef="string"/>
            """;
    private static final String FOOT = """
                </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="%1$s-diagram">
                  <dmndi:DMNShape id="%1$s-shape" dmnElementRef="%1$s">
                    <dc:Bounds x="160" y="80" width="180" height="80"/>
                  </dmndi:DMNShape>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """;

    public String text(ScorecardPoints points) {
        List<ScorecardPoints.FactorPoints> factors = points.factors();
        StringBuilder text = new StringBuilder(HEAD.formatted(key, escaped(name), version, inText(description)));
        factors.forEach(factor -> text.append(input(factor.binning())));
        text.append(OUTPUTS);
        int width = factors.size();
        text.append(rule("base", "基础分：每位客户相同", width, -1, "-", "base", points.base(), points.base(), "BASE_POINTS"));
        for (int k = 0; k < width; k++) {
            ScorecardPoints.FactorPoints factor = factors.get(k);
            String variable = variable(factor.binning().factor());
            int number = 0;
            for (ScorecardPoints.BinPoints bin : factor.bins()) {
                number++;
                String cell = cell(bin.bin(), factor.binning());
                text.append(rule(variable + "_" + number, "%s %s：%s 分，满分 %s 分".formatted(factor.binning().factor(), cell, plain(bin.points()),
                        plain(factor.most())), width, k, cell, variable, bin.points(), factor.most(), constant(variable) + "_" + bin.verdict()));
            }
        }
        return text.append(FOOT.formatted(key)).toString();
    }

    /** The name of a factor as a variable of the table: letters, digits and underscores only. */
    public static String variable(String factor) {
        String plain = factor.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.matches("[A-Za-z_].*") ? plain : "f_" + plain;
    }

    private static String input(Binning binning) {
        String variable = variable(binning.factor());
        boolean closed = !binning.number() && binning.bins().stream().noneMatch(bin -> bin.kind() == Bin.Kind.RARE_LEVELS);
        String codes = String.join(",", binning.bins().stream().filter(bin -> bin.kind() == Bin.Kind.LEVELS).map(Bin::label).toList());
        return """
                      <input id="input_%1$s" label="%2$s">
                        <inputExpression id="expression_%1$s" typeRef="%3$s"><text>%1$s</text></inputExpression>
                %4$s      </input>
                """.formatted(variable, escaped(binning.factor()), binning.number() ? "number" : "string",
                closed ? "        <inputValues id=\"values_%s\"><text>%s</text></inputValues>%n".formatted(variable, inText(codes)) : "");
    }

    private static String rule(String id, String description, int width, int column, String cell, String characteristic,
            BigDecimal points, BigDecimal most, String reason) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            entries.add("<inputEntry id=\"%s_i%d\"><text>%s</text></inputEntry>".formatted(id, i + 1, i == column ? inText(cell) : "-"));
        }
        return """
                      <rule id="%1$s">
                        <description>%2$s</description>
                        %3$s
                        <outputEntry id="%1$s_o1"><text>"%4$s"</text></outputEntry><outputEntry id="%1$s_o2"><text>%5$s</text></outputEntry><outputEntry id="%1$s_o3"><text>%6$s</text></outputEntry><outputEntry id="%1$s_o4"><text>"%7$s"</text></outputEntry>
                      </rule>
                """.formatted(id, inText(description), String.join("", entries), characteristic, plain(points), plain(most), reason);
    }

    private static String cell(Bin bin, Binning binning) {
        if (bin.kind() != Bin.Kind.RARE_LEVELS) {
            return bin.label();
        }
        List<String> others = new ArrayList<>();
        binning.bins().stream().filter(other -> other.kind() == Bin.Kind.MISSING || other.kind() == Bin.Kind.LEVELS)
                .forEach(other -> others.add(other.label()));
        return others.isEmpty() ? "-" : "not(" + String.join(",", others) + ")";
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String constant(String variable) {
        return variable.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static String inText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String escaped(String text) {
        return inText(text).replace("\"", "&quot;");
    }
}
