package io.shouxin.approval;

import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a decision as handed in, whoever may decide: the proposal's version first, then every field. */
final class DecisionForm {

    static final int LONGEST_COMMENT = 2000;
    private static final int MOST_CONDITIONS = 20;
    private static final int LONGEST_CONDITION = 200;
    private static final Pattern REASON_CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private DecisionForm() {
    }

    static List<Refusal> refusals(Decide command, ApprovalCaseView view) {
        if (!command.proposalHash().equals(view.subjectHash())) {
            return List.of(Refusal.of("PROPOSAL_CHANGED").with("case", view.id()));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (command.verdict() == Verdict.DECLINE && command.reasonCode().isEmpty()) {
            refusals.add(Refusal.of("REASON_REQUIRED").at("reasonCode"));
        } else if (!command.reasonCode().isEmpty() && !REASON_CODE.matcher(command.reasonCode()).matches()) {
            refusals.add(Refusal.of("REASON_MALFORMED").at("reasonCode"));
        }
        if (command.verdict() == Verdict.RETURN && command.comment().isEmpty()) {
            refusals.add(Refusal.of("QUESTIONS_REQUIRED").at("comment"));
        }
        if (command.comment().length() > LONGEST_COMMENT) {
            refusals.add(Refusal.of("COMMENT_TOO_LONG").at("comment").with("most", LONGEST_COMMENT));
        }
        conditions(command, refusals);
        if (command.signers().isPresent()) {
            if (!command.verdict().approves()) {
                refusals.add(Refusal.of("SIGNERS_AFTER_APPROVAL_ONLY").at("signers"));
            } else if (view.currentTier() == Tier.COMMITTEE) {
                refusals.add(Refusal.of("NO_SIGNERS_IN_COMMITTEE").at("signers"));
            }
        }
        return refusals;
    }

    private static void conditions(Decide command, List<Refusal> refusals) {
        boolean conditional = command.verdict() == Verdict.CONDITIONAL;
        if (conditional && command.conditions().isEmpty()) {
            refusals.add(Refusal.of("CONDITIONS_REQUIRED").at("conditions"));
        } else if (!conditional && !command.conditions().isEmpty()) {
            refusals.add(Refusal.of("CONDITIONS_WITHOUT_APPROVAL").at("conditions"));
        } else if (command.conditions().size() > MOST_CONDITIONS || command.conditions().stream().anyMatch(text -> text.length() > LONGEST_CONDITION)) {
            refusals.add(Refusal.of("CONDITIONS_TOO_LONG").at("conditions").with("most", MOST_CONDITIONS).with("longest", LONGEST_CONDITION));
        }
    }
}
