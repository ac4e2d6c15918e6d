package io.shouxin.receipt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What a receipt says of an approval case: what was decided on, by whom, and whatever else was done with it. */
@Component
class ApprovalChapters {

    private final People people;
    private final ObjectMapper json;

    ApprovalChapters(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    void fill(ObjectNode content, ApprovalCaseView decided) {
        content.set("case", theCase(decided));
        content.set("decisions", decisions(decided));
        content.set("acts", acts(decided));
        content.set("conflicts", json.valueToTree(decided.conflicts()));
    }

    private ObjectNode theCase(ApprovalCaseView decided) {
        ObjectNode node = json.createObjectNode();
        node.put("number", decided.id().value()).put("subjectType", decided.subjectType()).put("subject", decided.subjectId())
                .put("subjectHash", decided.subjectHash()).put("currency", decided.amount().currency().getCurrencyCode())
                .put("amount", decided.amount().amount().toPlainString()).put("exposure", decided.exposure().amount().toPlainString())
                .put("grade", decided.gradeCode()).put("lastTier", decided.currentTier().name()).put("status", decided.status().name())
                .put("policyVersion", decided.policyVersion()).put("openedAt", decided.openedAt().toString())
                .put("closedAt", decided.closedAt().map(Object::toString).orElse(null));
        node.set("tiers", json.valueToTree(decided.tiers()));
        node.set("madeBy", json.valueToTree(decided.madeBy().stream().map(PersonId::value).sorted().toList()));
        return node;
    }

    private ArrayNode decisions(ApprovalCaseView decided) {
        ArrayNode all = json.createArrayNode();
        for (ApprovalCaseView.Decision decision : decided.decisions()) {
            ObjectNode node = all.addObject();
            Person officer = people.find(decision.officer()).orElse(null);
            node.put("tier", decision.tier().name()).put("officer", decision.officer().value())
                    .put("name", officer == null ? null : officer.displayName()).put("verdict", decision.verdict().name())
                    .put("reasonCode", decision.reasonCode()).put("comment", decision.comment()).put("decidedAt", decision.decidedAt().toString())
                    .put("proposalHash", decided.subjectHash()).put("role", decision.tier().role().map(Enum::name).orElse(null))
                    .put("lastWord", decision.tier() == decided.tiers().get(decided.tiers().size() - 1))
                    .put("principal", decision.principal().map(PersonId::value).orElse(null)).put("stands", decision.standing())
                    .set("conditions", json.valueToTree(decision.conditions()));
        }
        return all;
    }

    /** What was done beside the decisions: returns, added signers, documents asked for, handing over ... */
    private ArrayNode acts(ApprovalCaseView decided) {
        ArrayNode all = json.createArrayNode();
        decided.acts().forEach(act -> all.addObject().put("verb", act.verb().name()).put("actor", act.actor().value())
                .put("principal", act.principal().map(PersonId::value).orElse(null)).put("tier", act.tier().name()).put("target", act.target())
                .put("reason", act.reason()).put("at", act.at().toString()));
        return all;
    }
}
