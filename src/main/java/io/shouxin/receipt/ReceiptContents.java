package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.audit.AuditSeals;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredFacts.DecidedCase;
import io.shouxin.kernel.StoredRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyEvaluation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what a receipt says of a decided case: who decided by what authority, on which facts, and the rows that prove it. */
@Component
class ReceiptContents {

    private final PolicyBook policies;
    private final People people;
    private final AuditTrail audit;
    private final AuditSeals seals;
    private final ApplicationChapters applications;
    private final List<StoredFacts> facts;
    private final ObjectMapper json;

    ReceiptContents(PolicyBook policies, People people, AuditTrail audit, AuditSeals seals, ApplicationChapters applications,
                    List<StoredFacts> facts, ObjectMapper json) {
        this.policies = policies;
        this.people = people;
        this.audit = audit;
        this.seals = seals;
        this.applications = applications;
        this.facts = facts;
        this.json = json;
    }

    /** @return everything but the receipt's own number and edition */
    ObjectNode of(ApprovalCaseView decided) {
        ObjectNode content = json.createObjectNode();
        content.set("case", theCase(decided));
        content.set("authority", evaluations(decided.id().value()));
        content.set("decisions", decisions(decided));
        content.set("acts", acts(decided));
        content.set("conflicts", json.valueToTree(decided.conflicts()));
        content.set("evaluations", evaluations(decided.subjectId()));
        if (decided.subjectType().equals(ApplicationChapters.SUBJECT)) {
            applications.fill(content, decided);
        }
        content.set("audit", trail(decided));
        List<StoredRow> rows = rows(decided);
        content.set("ledger", ledger(rows));
        content.set("records", records(rows));
        return (ObjectNode) CanonicalJson.plain(content);
    }

    /** The rows that prove it, as they stand now. */
    List<StoredRow> rows(ApprovalCaseView decided) {
        List<String> ledgerKeys = decided.subjectType().equals(ApplicationChapters.SUBJECT) ? applications.ledgerKeys(decided.subjectId()) : List.of();
        DecidedCase asked = new DecidedCase(decided.subjectId(), decided.id().value(), ledgerKeys);
        return facts.stream().flatMap(module -> module.of(asked).stream()).toList();
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

    /** Which rows of which tables held, on which inputs. */
    private ArrayNode evaluations(String subject) {
        ArrayNode all = json.createArrayNode();
        for (PolicyEvaluation evaluation : policies.evaluations(subject)) {
            ObjectNode node = all.addObject();
            node.put("policy", evaluation.key()).put("version", evaluation.version()).put("at", evaluation.evaluatedAt().toString());
            node.set("inputs", texts(evaluation.inputs()));
            ArrayNode rows = node.putArray("rows");
            evaluation.rows().forEach(row -> rows.addObject().put("row", row.ruleId()).set("says", texts(row.outputs())));
        }
        return all;
    }

    private JsonNode texts(Map<String, Object> values) {
        ObjectNode node = json.createObjectNode();
        values.forEach((name, value) -> node.set(name, json.valueToTree(value)));
        return node;
    }

    private ObjectNode trail(ApprovalCaseView decided) {
        ObjectNode node = json.createObjectNode();
        ArrayNode chains = node.putArray("chains");
        for (String subject : List.of(decided.subjectId(), decided.id().value())) {
            ArrayNode links = chains.addObject().put("subject", subject).putArray("entries");
            audit.of(subject).forEach(entry -> links.addObject().put("position", entry.position()).put("act", entry.act()).put("actor", entry.actor())
                    .put("detail", entry.detail()).put("at", entry.at().toString()).put("sha256", entry.sha256()));
        }
        seals.newest().ifPresent(seal -> node.putObject("seal").put("number", seal.number()).put("sha256", seal.sha256()));
        return node;
    }

    /** What the case did in the limit ledger: the first line of each command says it all. */
    private ArrayNode ledger(List<StoredRow> rows) {
        ArrayNode all = json.createArrayNode();
        rows.stream().filter(row -> row.table().equals("limit_entry")).map(StoredRow::columns).filter(entry -> entry.get("account_id") != null)
                .forEach(entry -> all.addObject().put("entry", entry.get("entry_id")).put("account", entry.get("account_id")).put("verb", entry.get("verb"))
                        .put("amount", entry.get("amount")).put("currency", entry.get("currency")).put("reservation", entry.get("reservation_id"))
                        .put("valueDate", entry.get("value_date")).put("actor", entry.get("actor")));
        return all;
    }

    private ArrayNode records(List<StoredRow> rows) {
        ArrayNode all = json.createArrayNode();
        rows.forEach(row -> {
            ObjectNode node = all.addObject().put("table", row.table()).put("key", row.key()).put("living", row.living());
            ObjectNode columns = node.putObject("columns");
            row.columns().forEach(columns::put);
        });
        return all;
    }
}
