package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PartyId;
import java.util.List;

/**
 * A change of the registered groups that the graph suggests and a person decides on (疑似关联).
 *
 * @param id           hash over what is proposed and the relations it rests on, 64 hexadecimal characters
 * @param customers    customers who would join, or leave; ascending
 * @param groups       groups concerned, the one to be kept first; empty for a new one
 * @param proposedName name of the group that would be joined or formed
 * @param links        what connects them, parties outside the register included
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

    /** Whether it says that the customer is connected with somebody he is not registered with, and nobody has answered yet. */
    boolean leavesOpen(CustomerId customer) {
        return !rejected && kind != ProposalKind.MEMBER_TO_LEAVE && concerns(customer);
    }

    /** Whether he would join or leave, or is among those who are connected. */
    boolean concerns(CustomerId customer) {
        PartyId party = PartyId.of(customer);
        return customers.contains(customer) || links.stream().anyMatch(link -> link.one().equals(party) || link.other().equals(party));
    }

    GroupProposal answeredNo(String reason) {
        return new GroupProposal(id, kind, customers, groups, proposedName, links, true, reason, rulesVersion);
    }
}
