package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.audit.AuditSeals;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredFacts.DecidedCase;
import io.shouxin.kernel.StoredRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyEvaluation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what a receipt says of a decision: who took it by what authority, on which facts, and the rows that prove it. */
@Component
class ReceiptContents {

    private final PolicyBook policies;
    private final AuditTrail audit;
    private final AuditSeals seals;
    private final ApprovalChapters approvals;
    private final ApplicationChapters applications;
    private final List<StoredFacts> facts;
    private final ObjectMapper json;

    ReceiptContents(PolicyBook policies, AuditTrail audit, AuditSeals seals, ApprovalChapters approvals,
                    ApplicationChapters applications, List<StoredFacts> facts, ObjectMapper json) {
        this.policies = policies;
        this.audit = audit;
        this.seals = seals;
        this.approvals = approvals;
        this.applications = applications;
        this.facts = facts;
        this.json = json;
    }

    /** @return everything but the receipt's own number and edition */
    ObjectNode of(Decision decided) {
        ObjectNode content = json.createObjectNode();
        if (decided instanceof Decision.ByApprovers byApprovers) {
            approvals.fill(content, byApprovers.approval());
            content.set("authority", evaluations(decided.number()));
        }
        content.set("evaluations", evaluations(decided.subject()));
        if (decided.onApplication()) {
            applications.fill(content, decided);
        }
        content.set("audit", trail(decided));
        List<StoredRow> rows = rows(decided);
        content.set("ledger", ledger(rows));
        content.set("records", records(rows));
        return (ObjectNode) CanonicalJson.plain(content);
    }

    /** The rows that prove it, as they stand now. */
    List<StoredRow> rows(Decision decided) {
        DecidedCase asked = decided.asked(decided.onApplication() ? applications.ledgerKeys(decided.subject()) : List.of());
        return facts.stream().flatMap(module -> module.of(asked).stream()).toList();
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

    private ObjectNode trail(Decision decided) {
        ObjectNode node = json.createObjectNode();
        ArrayNode chains = node.putArray("chains");
        for (String subject : new LinkedHashSet<>(List.of(decided.subject(), decided.number()))) {
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
