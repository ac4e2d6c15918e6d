package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.group.Comparison;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk where an officer answers what the graph suggests (集团认定): he accepts, and the register changes, or he rejects, and is not
 * asked again until what it rests on changes. Nothing is joined without a person.
 */
@Service
@Transactional
public class GroupProposals {

    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final ConnectionAnalyses analyses;
    private final RelationBook book;
    private final CustomerRegister register;
    private final GroupTree tree;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    GroupProposals(JdbcClient jdbc, ConnectionAnalyses analyses, RelationBook book, CustomerRegister register, GroupTree tree,
                   BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.jdbc = jdbc;
        this.analyses = analyses;
        this.book = book;
        this.register = register;
        this.tree = tree;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /** All that the graph of today suggests, rejected ones last. */
    @Transactional(readOnly = true)
    public List<GroupProposal> all() {
        ConnectionAnalysis analysis = analyses.today();
        Map<String, String> rejected = rejections();
        List<GroupProposal> found = new ArrayList<>();
        List<GroupProposal> answered = new ArrayList<>();
        for (GroupProposal proposal : Comparison.of(analysis.clusters(), registered(analysis), analysis.rules().version(),
                head -> groupNameAfter(head, analysis))) {
            if (rejected.containsKey(proposal.id())) {
                answered.add(proposal.answeredNo(rejected.get(proposal.id())));
            } else {
                found.add(proposal);
            }
        }
        found.addAll(answered);
        return List.copyOf(found);
    }

    /** Those that concern a customer. */
    @Transactional(readOnly = true)
    public List<GroupProposal> of(CustomerId customer) {
        Optional<GroupId> group = register.find(customer).flatMap(CustomerView::group);
        return all().stream().filter(proposal -> proposal.concerns(customer, group)).toList();
    }

    /**
     * Does what is proposed. Refuses {@code GROUP_PROPOSAL_GONE} when the graph or the register no longer suggests it.
     *
     * @param groupName for a new group, null for the proposed name; refused {@code GROUP_NAME_TAKEN} when there is such a group
     */
    public Outcome<GroupProposal> accept(String id, String groupName, String reason, PersonId actor) {
        return answer(id, reason, actor, proposal -> {
            String name = proposal.kind() == ProposalKind.NEW_GROUP && PlainText.stripped(groupName) != null ? groupName.strip() : proposal.proposedName();
            if (proposal.kind() == ProposalKind.NEW_GROUP && isTaken(name)) {
                return Optional.of(Refusal.of("GROUP_NAME_TAKEN").at("groupName").with("group", name));
            }
            proposal.customers().forEach(customer -> (proposal.kind() == ProposalKind.MEMBER_TO_LEAVE ? register.leaveGroup(customer, reason, actor)
                    : register.joinGroup(customer, new JoinGroup(name, null, reason), actor)).orElseThrow());
            keep(proposal, true, reason.strip(), actor);
            return Optional.empty();
        });
    }

    /** Answers no; the proposal is kept as rejected. Told again, answers alike. */
    public Outcome<GroupProposal> reject(String id, String reason, PersonId actor) {
        return answer(id, reason, actor, proposal -> {
            if (!proposal.rejected()) {
                keep(proposal, false, reason.strip(), actor);
            }
            return Optional.empty();
        }).map(proposal -> proposal.rejected() ? proposal : proposal.answeredNo(reason.strip()));
    }

    private Outcome<GroupProposal> answer(String id, String reason, PersonId actor, java.util.function.Function<GroupProposal, Optional<Refusal>> act) {
        List<Refusal> refusals = new ArrayList<>();
        String stated = PlainText.stripped(reason);
        if (stated == null) {
            refusals.add(Refusal.of("REASON_MISSING").at("reason"));
        }
        PlainText.check(stated, "reason", 500, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        book.keepAsItIs();
        Optional<GroupProposal> found = all().stream().filter(proposal -> proposal.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("GROUP_PROPOSAL_GONE"));
        }
        return act.apply(found.get()).<Outcome<GroupProposal>>map(Outcome::refused).orElseGet(() -> Outcome.done(found.get()));
    }

    private void keep(GroupProposal proposal, boolean accepted, String reason, PersonId actor) {
        int attempt = jdbc.sql("SELECT COUNT(*) FROM group_proposal_verdict WHERE fingerprint = ?").param(proposal.id()).query(Integer.class).single();
        simultaneous.write(() -> jdbc.sql("""
                        INSERT INTO group_proposal_verdict (fingerprint, attempt, kind, accepted, reason, content, rules_version, decided_by, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(proposal.id(), attempt + 1, proposal.kind().name(), accepted, reason, ColumnJson.write(proposal), proposal.rulesVersion(),
                        actor.value(), Timestamp.from(clock.instant())).update(), () -> Refusal.of("GROUP_PROPOSAL_GONE"));
        proposal.customers().forEach(customer -> audit.record(customer.value(), accepted ? "GROUP_PROPOSAL_ACCEPTED" : "GROUP_PROPOSAL_REJECTED", actor,
                proposal.kind() + " " + proposal.id().substring(0, 12) + " " + reason));
    }

    /** The last answer counts: what was accepted and has come up anew is asked again. */
    private Map<String, String> rejections() {
        Map<String, String> rejected = new HashMap<>();
        jdbc.sql("SELECT fingerprint, accepted, reason FROM group_proposal_verdict ORDER BY fingerprint, attempt").query(row -> {
            if (row.getBoolean("accepted")) {
                rejected.remove(row.getString("fingerprint"));
            } else {
                rejected.put(row.getString("fingerprint"), row.getString("reason"));
            }
        });
        return rejected;
    }

    private Comparison.Register registered(ConnectionAnalysis analysis) {
        Map<PartyId, GroupId> groupOf = new HashMap<>();
        Map<GroupId, String> groupNames = new HashMap<>();
        jdbc.sql("SELECT c.customer_id, c.group_id, g.name FROM customer c JOIN customer_group g ON g.group_id = c.group_id").query(row -> {
            GroupId group = new GroupId(row.getString(2));
            groupOf.put(new PartyId(row.getString(1)), group);
            groupNames.put(group, row.getString(3));
        });
        Map<GroupId, GroupId> roots = tree.roots();
        roots.values().stream().filter(root -> !groupNames.containsKey(root))
                .forEach(root -> groupNames.put(root, tree.on(root, clock.today()).orElseThrow().name()));
        Set<PartyId> known = new HashSet<>(book.everRelated());
        return new Comparison.Register(analysis.customers(), groupOf, roots, groupNames, known);
    }

    private static String groupNameAfter(PartyId head, ConnectionAnalysis analysis) {
        String name = analysis.names().getOrDefault(head, head.value()) + "关联集团";
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name : head.value();
    }

    private boolean isTaken(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM customer_group WHERE name = ?").param(name).query(Long.class).single() > 0;
    }
}
