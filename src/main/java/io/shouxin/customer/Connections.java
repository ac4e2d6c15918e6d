package io.shouxin.customer;

import io.shouxin.customer.group.Detection;
import io.shouxin.customer.relation.EffectiveOwnership;
import io.shouxin.customer.relation.Fraction;
import io.shouxin.customer.relation.GuarantorChains;
import io.shouxin.customer.relation.Network;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PartyId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks parties up in the graph of relations (关联图谱): who stands behind whom, circles, and what a decision on a customer must know. */
@Service
@Transactional(readOnly = true)
public class Connections {

    private final ConnectionAnalyses analyses;
    private final GroupProposals proposals;
    private final Parties parties;
    private final BusinessClock clock;

    Connections(ConnectionAnalyses analyses, GroupProposals proposals, Parties parties, BusinessClock clock) {
        this.analyses = analyses;
        this.proposals = proposals;
        this.parties = parties;
        this.clock = clock;
    }

    /** What stands between a customer and a decision without a person. */
    public ConnectionStanding standing(CustomerId customer) {
        CircleReport circles = analyses.today().circles();
        PartyId party = PartyId.of(customer);
        return new ConnectionStanding(proposals.of(customer).stream().filter(GroupProposal::unconfirmed).toList(),
                circlesOf(circles, party), circles.guaranteesRoundWith(party), circles.holdsRoundWith(party));
    }

    /** All circles of guarantees and of shareholdings on a day. */
    public CircleReport circles(LocalDate asOf) {
        return analyses.on(asOf).circles();
    }

    /** A party and those around it on a day; empty when nobody has the number. */
    public Optional<ConnectionPicture> picture(String number, LocalDate asOf) {
        return parties.find(number).map(party -> picture(party, asOf));
    }

    private ConnectionPicture picture(PartyView party, LocalDate asOf) {
        ConnectionAnalysis analysis = analyses.on(asOf);
        Network network = analysis.network();
        int place = network.place(party.id());
        Set<PartyId> near = near(network, party.id());
        List<PartyRelation> relations = new ArrayList<>();
        for (RelationKind kind : RelationKind.values()) {
            network.of(kind).stream().filter(relation -> near.contains(relation.from()) && near.contains(relation.to())).forEach(relations::add);
        }
        List<PartyLink> links = analysis.clusterOf(party.id()).map(Detection.Cluster::links).orElse(List.of()).stream()
                .filter(link -> near.contains(link.one()) && near.contains(link.other())).toList();
        List<PartyLink> controls = place < 0 ? List.of() : analysis.control().by(place).firms().stream().limit(ConnectionPicture.MOST).map(firm ->
                new PartyLink(party.id(), network.party(firm.firm()), ConnectionReason.CONTROL, firm.percent(), firm.relations())).toList();
        Optional<List<PartyOwner>> owners = owners(network, place);
        List<GuarantorStep> guarantors = place < 0 ? List.of() : GuarantorChains.of(network, place, analysis.rules().guarantorDepth());
        List<Circle> circles = circlesOf(analysis.circles(), party.id());
        List<GroupProposal> suggested = asOf.equals(clock.today()) && party.customer() ? proposals.of(new CustomerId(party.id().value())) : List.of();
        Set<String> named = new LinkedHashSet<>();
        near.forEach(one -> named.add(one.value()));
        boolean abridged = relationsLeave(network, near);
        links.forEach(link -> named.addAll(List.of(link.one().value(), link.other().value())));
        controls.forEach(link -> named.add(link.other().value()));
        circles.forEach(circle -> circle.parties().forEach(one -> named.add(one.value())));
        owners.ifPresent(all -> all.forEach(owner -> named.add(owner.owner().value())));
        guarantors.forEach(step -> named.addAll(List.of(step.guarantee().from().value(), step.guarantee().to().value())));
        suggested.forEach(proposal -> proposal.links().stream().limit(ConnectionPicture.MOST).forEach(link -> named.addAll(List.of(link.one().value(), link.other().value()))));
        suggested.forEach(proposal -> proposal.customers().forEach(customer -> named.add(customer.value())));
        Map<String, PartyView> views = parties.find(named);
        return new ConnectionPicture(party, asOf, named.stream().map(views::get).filter(java.util.Objects::nonNull).toList(), relations, abridged, links,
                controls, owners.orElse(List.of()), owners.isPresent(), guarantors, circles, suggested, analysis.rules());
    }

    /** Nearest first; neighbours by any relation, in both directions. */
    private static Set<PartyId> near(Network network, PartyId party) {
        Map<PartyId, List<PartyId>> beside = new HashMap<>();
        for (RelationKind kind : RelationKind.values()) {
            network.of(kind).forEach(relation -> {
                beside.computeIfAbsent(relation.from(), first -> new ArrayList<>()).add(relation.to());
                beside.computeIfAbsent(relation.to(), first -> new ArrayList<>()).add(relation.from());
            });
        }
        Set<PartyId> near = new LinkedHashSet<>(List.of(party));
        ArrayDeque<PartyId> waiting = new ArrayDeque<>(near);
        while (!waiting.isEmpty()) {
            for (PartyId next : beside.getOrDefault(waiting.remove(), List.of())) {
                if (near.size() < ConnectionPicture.MOST && near.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return near;
    }

    private static boolean relationsLeave(Network network, Set<PartyId> near) {
        return java.util.Arrays.stream(RelationKind.values()).flatMap(kind -> network.of(kind).stream())
                .anyMatch(relation -> near.contains(relation.from()) != near.contains(relation.to()));
    }

    private static Optional<List<PartyOwner>> owners(Network network, int place) {
        if (place < 0) {
            return Optional.of(List.of());
        }
        Set<PartyId> owned = new java.util.HashSet<>();
        network.of(RelationKind.SHAREHOLDING).forEach(relation -> owned.add(relation.to()));
        return new EffectiveOwnership(network).of(place).map(all -> all.entrySet().stream()
                .map(owner -> owner(network.party(owner.getKey()), owner.getValue(), owned))
                .sorted(Comparator.comparing(PartyOwner::percent).reversed().thenComparing(PartyOwner::owner)).toList());
    }

    private static PartyOwner owner(PartyId owner, Fraction share, Set<PartyId> owned) {
        return new PartyOwner(owner, share.percent(), !owned.contains(owner));
    }

    private static List<Circle> circlesOf(CircleReport report, PartyId party) {
        return report.circles().stream().filter(circle -> circle.parties().contains(party)).toList();
    }
}
