package io.shouxin.workflow.decision;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * A policy's file on Drools DMN. Drools wants every input declared as input data, which Camunda does without; the declarations are
 * put in, the table itself stays as it is.
 */
final class DroolsTables {

    private static final Pattern INPUT = Pattern.compile("<inputExpression[^>]*typeRef=\"(\\w+)\"[^>]*>\\s*<text>(\\w+)</text>");
    private static final Pattern DECISION = Pattern.compile("<decision id=\"[^\"]+\" name=\"([^\"]+)\"");

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final String decision;

    DroolsTables(PolicyFiles.TableFile table) {
        String text = new String(table.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        Matcher named = DECISION.matcher(text);
        if (!named.find()) {
            throw new IllegalArgumentException("no decision in " + table);
        }
        this.decision = named.group(1);
        Resource resource = ResourceFactory.newReaderResource(new StringReader(declared(text, decision)), "UTF-8");
        resource.setSourcePath(table.key() + ".dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource)).getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    /** One map per row that held, or the map of the one row. */
    Object evaluate(Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, decision);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        return result.getDecisionResultByName(decision).getResult();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> rows(Map<String, Object> facts) {
        Object said = evaluate(facts);
        return said == null ? List.of() : said instanceof List<?> list ? (List<Map<String, Object>>) list : List.of((Map<String, Object>) said);
    }

    /** Comparable with the answers of others: the outputs of each row, numbers without trailing zeros. */
    static List<Map<String, String>> told(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> {
            Map<String, String> told = new TreeMap<>();
            row.forEach((name, value) -> told.put(name, value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value)));
            return (Map<String, String>) told;
        }).toList();
    }

    private static String declared(String text, String decision) {
        StringBuilder data = new StringBuilder();
        StringBuilder required = new StringBuilder();
        Matcher input = INPUT.matcher(text);
        while (input.find()) {
            String name = input.group(2);
            data.append("<inputData id=\"data_%1$s\" name=\"%1$s\"><variable id=\"variable_%1$s\" name=\"%1$s\" typeRef=\"%2$s\"/></inputData>%n"
                    .formatted(name, input.group(1)));
            required.append("<informationRequirement id=\"requirement_%1$s\"><requiredInput href=\"#data_%1$s\"/></informationRequirement>".formatted(name));
        }
        return text.replaceFirst("<decision ", Matcher.quoteReplacement(data + "<decision "))
                .replaceFirst("</description>\\s*<decisionTable", Matcher.quoteReplacement("</description><variable id=\"variable_of_decision\" name=\"" + decision + "\" typeRef=\"Any\"/>" + required
                        + "<decisionTable"));
    }
}
