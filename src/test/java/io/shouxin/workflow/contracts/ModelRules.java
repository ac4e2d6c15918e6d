package io.shouxin.workflow.contracts;

import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.engine.Submission;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * What every model must keep to; each rule names what it finds wrong.
 *
 * @param fileName name of the file without folder and ending
 * @param contract the class whose constants name the model's tasks and whose enum {@code Outcome} its codes
 */
record ModelRules(BpmnModelInstance model, String fileName, Class<?> contract) {

    private static final Pattern OUTCOME = Pattern.compile("\\$\\{outcome == '([A-Z_]+)'}");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");
    private static final Pattern FORM = Pattern.compile("embedded:deployment:(forms/[a-z-]+/[a-z-]+\\.html)");

    /** Steps from which money flows, or that count as the bank's word for it. */
    static final Predicate<String> TOWARDS_MONEY = id -> id.startsWith("end_approved") || id.equals("end_signed")
            || Set.of("service_activate-facility", "service_apply-conclusion", "service_approve-straight-through",
                    "service_confirm-signing", "service_propose-limit", "service_issue-offer", "call_contract-signing", "service_publish-policy",
                    "service_apply-change", "service_apply-change-at-once", "service_allow-exception").contains(id);

    /** Repeats what was approved before; the customer still has to accept it. */
    static final Set<String> DEFAULTS_THAT_REPEAT = Set.of("flow_keep-terms");

    List<String> keyIsTheFileName() {
        return processes().map(Process::getId).filter(id -> !id.equals(fileName)).map(id -> "key " + id).toList();
    }

    List<String> tasksAreThoseOfTheContract() {
        Set<String> inModel = elements(UserTask.class).map(UserTask::getId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> promised = taskIds(contract).filter(id -> id.startsWith("user_")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> both = new TreeSet<>(inModel);
        both.retainAll(promised);
        return Stream.of(inModel, promised).flatMap(Collection::stream).filter(id -> !both.contains(id)).toList();
    }

    /** @param commands element ids that have a form command */
    List<String> formsHaveTheirCommand(Collection<String> commands) {
        return formElements().map(FlowNode::getId).filter(id -> !commands.contains(id)).toList();
    }

    /** @param beans names of the delegates there are */
    List<String> delegatesExist(Predicate<String> beans) {
        return elements(FlowNode.class).map(node -> node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression"))
                .filter(Objects::nonNull).filter(delegate -> !beans.test(delegate.replaceAll("[${}]", ""))).toList();
    }

    List<String> stepsDoSomething() {
        return elements(FlowNode.class).filter(node -> node.getId().startsWith("service_") || node.getId().startsWith("rule_"))
                .filter(node -> node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression") == null)
                .map(FlowNode::getId).toList();
    }

    List<String> gatewaysHaveADefault() {
        return diverging().filter(gateway -> gateway.getDefault() == null).map(FlowElement::getId).toList();
    }

    List<String> noDefaultLeadsToMoney() {
        return defaults().filter(flow -> TOWARDS_MONEY.test(flow.getTarget().getId()))
                .filter(flow -> !DEFAULTS_THAT_REPEAT.contains(flow.getId())).map(flow -> flow.getId() + " -> " + flow.getTarget().getId()).toList();
    }

    /** Every gateway with the step its default leads to, as {@code gateway -> step}. */
    List<String> whereDefaultsLead() {
        return defaults().map(flow -> flow.getSource().getId() + " -> " + flow.getTarget().getId()).toList();
    }

    List<String> otherFlowsAskForAnOutcomeOfTheContract() {
        Set<String> codes = outcomes();
        List<String> wrong = new ArrayList<>();
        diverging().flatMap(gateway -> gateway.getOutgoing().stream().filter(flow -> flow != gateway.getDefault())).forEach(flow -> {
            ConditionExpression condition = flow.getConditionExpression();
            Matcher asked = OUTCOME.matcher(condition == null ? "" : condition.getTextContent().strip());
            if (!asked.matches() || !codes.contains(asked.group(1))) {
                wrong.add(flow.getId());
            }
        });
        return wrong;
    }

    /** @param files names of the forms there are, e.g. {@code forms/approval/decide.html} */
    List<String> formsExist(Predicate<String> files) {
        return formElements().filter(node -> {
            String key = formKey(node);
            Matcher form = FORM.matcher(key == null ? "" : key);
            return !form.matches() || !files.test(form.group(1));
        }).map(FlowNode::getId).toList();
    }

    List<String> processesSayWhatTheyAre() {
        return processes().flatMap(process -> Stream.of(
                process.getCamundaVersionTag() == null ? "no versionTag" : null,
                process.getCamundaHistoryTimeToLiveString() == null ? "no historyTimeToLive" : null,
                process.getDocumentations().isEmpty() ? "no documentation" : null,
                process.isExecutable() ? null : "not executable")).filter(Objects::nonNull).toList();
    }

    List<String> namesAreChinese() {
        List<String> wrong = new ArrayList<>();
        processes().filter(process -> isNotChinese(process.getName())).forEach(process -> wrong.add(process.getId()));
        elements(FlowNode.class).filter(node -> isNotChinese(node.getName())).forEach(node -> wrong.add(node.getId()));
        diverging().flatMap(gateway -> gateway.getOutgoing().stream()).filter(flow -> isNotChinese(flow.getName()))
                .forEach(flow -> wrong.add(flow.getId()));
        return wrong;
    }

    List<String> callsPassOnlyRouteVariables() {
        Set<String> allowed = routeVariables();
        Stream<String> in = model.getModelElementsByType(CamundaIn.class).stream()
                .flatMap(mapping -> Stream.of(mapping.getCamundaSource(), mapping.getCamundaTarget(), mapping.getCamundaVariables()));
        Stream<String> out = model.getModelElementsByType(CamundaOut.class).stream()
                .flatMap(mapping -> Stream.of(mapping.getCamundaSource(), mapping.getCamundaTarget(), mapping.getCamundaVariables()));
        return Stream.concat(in, out).filter(Objects::nonNull).filter(name -> !allowed.contains(name)).distinct().toList();
    }

    List<String> callsKeepTheBusinessKey() {
        return elements(CallActivity.class).filter(call -> call.getExtensionElements() == null || call.getExtensionElements()
                .getElementsQuery().filterByType(CamundaIn.class).list().stream().allMatch(mapping -> mapping.getCamundaBusinessKey() == null))
                .map(CallActivity::getId).toList();
    }

    /** User tasks and start events with a form. */
    Stream<FlowNode> formElements() {
        return elements(FlowNode.class).filter(node -> node instanceof UserTask || node instanceof StartEvent && formKey(node) != null);
    }

    /** Ids of the tasks and form start events a contract class names. */
    static Stream<String> taskIds(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredFields()).filter(field -> field.getName().matches("(USER|START)_.*")).map(ModelRules::text);
    }

    private Set<String> outcomes() {
        return Arrays.stream(contract.getDeclaredClasses()).filter(Class::isEnum).flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Object::toString).collect(Collectors.toSet());
    }

    static Set<String> routeVariables() {
        return Arrays.stream(RouteVariables.class.getFields()).map(ModelRules::text).filter(name -> !name.equals(Submission.VARIABLE))
                .collect(Collectors.toSet());
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private Stream<SequenceFlow> defaults() {
        return diverging().map(ExclusiveGateway::getDefault).filter(Objects::nonNull);
    }

    private Stream<ExclusiveGateway> diverging() {
        return elements(ExclusiveGateway.class).filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    private Stream<Process> processes() {
        return model.getModelElementsByType(Process.class).stream();
    }

    private <T extends FlowElement> Stream<T> elements(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    private static String formKey(FlowNode node) {
        return node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formKey");
    }

    private static boolean isNotChinese(String name) {
        return name == null || !CHINESE.matcher(name).matches();
    }
}
