package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * A change of the registered groups that the graph suggests and a person decides on (疑似关联).
 *
 * @param id           hash over what is proposed and the relations it rests on, 64 hexadecimal characters
 * @param customers    customers who would join, or leave; ascending
 * @param groups       groups concerned, the one to be kept first; empty for a new one
 * @param proposedName name of the group that would be joined or formed
 * @param links        what connects them, parties outside the register included; for a member to join, the shortest way to one of the group
 * @param rejected     answered with no on the very same evidence
 * @param rejectReason why, or null
 * @param rulesVersion version of {@code connection-rules} it was found by
 */
public record GroupProposal(String id, ProposalKind kind, List<CustomerId> customers, List<GroupId> groups, String proposedName,
                            List<PartyLink> links, boolean rejected, String rejectReason, String rulesVersion) {

    public GroupProposal {
        customers = List.copyOf(customers);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
    }

    /** Whether somebody is said to be connected with customers he isn't registered with, and nobody has answered yet. */
    boolean unconfirmed() {
        return !rejected && kind != ProposalKind.MEMBER_TO_LEAVE;
    }

    /** Whether the customer would join or leave, is in a group that would grow, or is among those who are connected. */
    boolean concerns(CustomerId customer, Optional<GroupId> group) {
        PartyId party = PartyId.of(customer);
        return customers.contains(customer) || links.stream().anyMatch(link -> link.one().equals(party) || link.other().equals(party))
                || kind != ProposalKind.MEMBER_TO_LEAVE && group.filter(groups::contains).isPresent();
    }

    GroupProposal answeredNo(String reason) {
        return new GroupProposal(id, kind, customers, groups, proposedName, links, true, reason, rulesVersion);
    }
}
