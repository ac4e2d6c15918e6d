package io.shouxin.rating;

import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A decision table's file, read as plain XML: its columns, cells and rows, independent of any decision engine. */
record ScorecardTable(List<Column> columns, List<String> ruleIds, List<List<String>> outputs) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final BigDecimal HAIR = new BigDecimal("0.000001");

    /** The files of all versions of a table, oldest first. */
    static List<String> versions(String key) {
        String[] names = new File("processes/policies/" + key).list((folder, name) -> name.endsWith(".dmn"));
        return Arrays.stream(names).sorted().map(name -> "processes/policies/%s/%s".formatted(key, name)).toList();
    }

    static ScorecardTable read(String resource) {
        try {
            Document file = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(resource));
            List<Element> rules = elements(file, "rule");
            List<Column> columns = new ArrayList<>();
            for (Element input : elements(file, "input")) {
                int at = columns.size();
                Element expression = (Element) input.getElementsByTagName("inputExpression").item(0);
                List<String> cells = rules.stream().map(rule -> text(rule, "inputEntry", at)).toList();
                columns.add(new Column(expression.getTextContent().strip(), expression.getAttribute("typeRef"), cells));
            }
            int width = elements(file, "output").size();
            List<List<String>> outputs = rules.stream().map(rule -> {
                List<String> said = new ArrayList<>();
                for (int at = 0; at < width; at++) {
                    said.add(text(rule, "outputEntry", at).replace("\"", ""));
                }
                return List.copyOf(said);
            }).toList();
            return new ScorecardTable(columns, rules.stream().map(rule -> rule.getAttribute("id")).toList(), outputs);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some inputs the table can answer for: the first worthwhile value of each column. */
    Map<String, Object> plainInputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        columns.forEach(column -> inputs.put(column.name(), column.worthTrying().get(0)));
        return inputs;
    }

    private static String text(Element rule, String tag, int at) {
        return rule.getElementsByTagName(tag).item(at).getTextContent().strip();
    }

    private static List<Element> elements(Document file, String tag) {
        NodeList nodes = file.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** One input column. */
    record Column(String name, String type, List<String> cells) {

        /** Every bound with its closest neighbours, far values, every code; null where a cell names it. */
        List<Object> worthTrying() {
            Set<Object> values = new LinkedHashSet<>();
            for (String cell : cells) {
                Matcher constant = (isNumber() ? NUMBER : TEXT).matcher(cell);
                while (constant.find()) {
                    if (isNumber()) {
                        BigDecimal bound = new BigDecimal(constant.group());
                        values.addAll(List.of(bound, bound.subtract(HAIR), bound.add(HAIR)));
                    } else {
                        values.add(constant.group(1));
                    }
                }
            }
            if (isNumber()) {
                values.addAll(List.of(BigDecimal.ZERO, new BigDecimal("-1E12"), new BigDecimal("1E12")));
            }
            List<Object> all = new ArrayList<>(values);
            if (cells.contains("null")) {
                all.add(null);
            }
            return all;
        }

        List<BigDecimal> risingNumbers() {
            return worthTrying().stream().filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast).sorted().toList();
        }

        boolean isNumber() {
            return type.equals("number");
        }
    }
}
