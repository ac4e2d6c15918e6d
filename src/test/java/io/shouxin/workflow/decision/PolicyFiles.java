package io.shouxin.workflow.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/** All decision tables of the policy folder, and for each column the values worth trying. */
final class PolicyFiles {

    private static final Path ROOT = Path.of("processes");
    private static final Pattern CONSTANT = Pattern.compile("date\\(\"(?<date>[^\"]+)\"\\)|\"(?<text>[^\"]*)\"|(?<number>-?\\d+(?:\\.\\d+)?)");

    private PolicyFiles() {
    }

    static List<TableFile> all() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("policies"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().map(TableFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version. */
    static TableFile of(String key) {
        return all().stream().filter(file -> file.key().equals(key)).reduce((older, newer) -> newer).orElseThrow();
    }

    static TableFile of(String key, String version) {
        return all().stream().filter(file -> file.toString().equals(key + "-" + version + ".dmn")).findFirst().orElseThrow();
    }

    /**
     * One table.
     *
     * @param resource place on the classpath
     * @param columns  input name to candidate values: boundaries and their neighbours, codes, null, a foreign code
     * @param cells    input name to the cells of its column, in rule order
     */
    record TableFile(String resource, String key, String hitPolicy, Map<String, List<Object>> columns,
                     Map<String, List<String>> cells, List<String> ruleIds, List<Map<String, String>> outputs) {

        static TableFile read(Path file) {
            DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
            Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
            DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
            List<Rule> rules = List.copyOf(table.getRules());
            Map<String, List<Object>> columns = new LinkedHashMap<>();
            Map<String, List<String>> cells = new LinkedHashMap<>();
            int column = 0;
            for (var input : table.getInputs()) {
                String name = input.getInputExpression().getText().getTextContent().strip();
                int at = column++;
                List<String> texts = rules.stream().map(rule -> List.copyOf(rule.getInputEntries()).get(at).getTextContent().strip()).toList();
                cells.put(name, texts);
                columns.put(name, candidates(input.getInputExpression().getTypeRef(), texts));
            }
            List<String> names = table.getOutputs().stream().map(output -> output.getName()).toList();
            List<Map<String, String>> outputs = new ArrayList<>();
            for (Rule rule : rules) {
                Map<String, String> row = new LinkedHashMap<>();
                List<String> said = rule.getOutputEntries().stream().map(entry -> entry.getTextContent().strip()).toList();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), said.get(i));
                }
                outputs.add(row);
            }
            String resource = "processes/" + ROOT.relativize(file).toString().replace('\\', '/');
            return new TableFile(resource, decision.getId(), table.getHitPolicy().name(), columns, cells,
                    rules.stream().map(DmnElement::getId).toList(), outputs);
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(Path.of(resource));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Map<String, Object> random(Random dice) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            columns.forEach((name, values) -> inputs.put(name, values.get(dice.nextInt(values.size()))));
            return inputs;
        }

        @Override
        public String toString() {
            return resource.substring(resource.lastIndexOf('/') + 1);
        }
    }

    private static List<Object> candidates(String type, Collection<String> cells) {
        Set<Object> values = new LinkedHashSet<>();
        values.add(null);
        if ("boolean".equals(type)) {
            values.addAll(List.of(true, false));
            return new ArrayList<>(values);
        }
        for (String cell : cells) {
            Matcher constant = CONSTANT.matcher(cell);
            while (constant.find()) {
                if (constant.group("date") != null) {
                    LocalDate day = LocalDate.parse(constant.group("date"));
                    values.addAll(List.of(day, day.minusDays(1), day.plusDays(1)));
                } else if (constant.group("text") != null) {
                    values.add(constant.group("text"));
                } else {
                    addAround(values, new BigDecimal(constant.group("number")));
                }
            }
        }
        if ("string".equals(type)) {
            values.addAll(List.of("NO_SUCH_CODE", "", "𠮷"));
        } else if (!"date".equals(type)) {
            addAround(values, BigDecimal.ZERO);
            values.add(new BigDecimal("99999999999"));
        }
        return new ArrayList<>(values);
    }

    private static void addAround(Set<Object> values, BigDecimal bound) {
        BigDecimal step = new BigDecimal("0.0001");
        values.add(bound);
        values.add(bound.setScale(bound.scale() + 2));
        values.add(bound.subtract(step));
        values.add(bound.add(step));
        if (bound.stripTrailingZeros().scale() <= 0) {
            values.add(bound.longValueExact());
        }
    }
}
