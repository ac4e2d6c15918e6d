package io.shouxin.customer.web;

import io.shouxin.customer.CircleReport;
import io.shouxin.customer.ConnectionPicture;
import io.shouxin.customer.ConnectionStanding;
import io.shouxin.customer.Connections;
import io.shouxin.customer.GroupMembership;
import io.shouxin.customer.GroupProposal;
import io.shouxin.customer.GroupProposals;
import io.shouxin.customer.GroupTree;
import io.shouxin.customer.GroupView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connected groups over HTTP, for officers only: the graph, what it suggests, circles, the tree of groups in time. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Connected groups", description = "集团与关联关系")
class GroupController {

    private final Connections connections;
    private final GroupProposals proposals;
    private final GroupTree tree;
    private final Access access;
    private final BusinessClock clock;

    GroupController(Connections connections, GroupProposals proposals, GroupTree tree, Access access, BusinessClock clock) {
        this.connections = connections;
        this.proposals = proposals;
        this.tree = tree;
        this.access = access;
        this.clock = clock;
    }

    /** @param groupName for a new group; null for the proposed name */
    record Verdict(String reason, String groupName) {
    }

    /** @param parentId null to take the group from under its parent. @param from null for today */
    record Place(String parentId, LocalDate from, String reason) {
    }

    @GetMapping("/parties/{partyId}/connections")
    @Operation(summary = "A party among those it has relations with, as of a day: control, ownership, circles, guarantors, proposals")
    ConnectionPicture picture(@PathVariable String partyId, @RequestParam(required = false) LocalDate asOf) {
        access.officer();
        return connections.picture(partyId, asOf == null ? clock.today() : asOf).orElseThrow(Access.NotVisible::new);
    }

    @GetMapping("/customers/{customerId}/connection-standing")
    @Operation(summary = "Unconfirmed connections and circles that keep a decision on a customer with a person")
    ConnectionStanding standing(@PathVariable String customerId) {
        access.officer();
        return connections.standing(CustomerPath.id(customerId));
    }

    @GetMapping("/customers/{customerId}/memberships")
    @Operation(summary = "A customer's groups over time, the newest first")
    List<GroupMembership> memberships(@PathVariable String customerId) {
        access.officer();
        return tree.of(CustomerPath.id(customerId));
    }

    @GetMapping("/relation-circles")
    @Operation(summary = "All circles of guarantees and of shareholdings on a day")
    CircleReport circles(@RequestParam(required = false) LocalDate asOf) {
        access.officer();
        return connections.circles(asOf == null ? clock.today() : asOf);
    }

    @GetMapping("/group-proposals")
    @Operation(summary = "Changes of the registered groups that the graph suggests, rejected ones last")
    List<GroupProposal> proposals() {
        access.officer();
        return proposals.all();
    }

    @PostMapping("/group-proposals/{proposalId}/acceptance")
    GroupProposal accept(@PathVariable String proposalId, @RequestBody Verdict verdict) {
        return proposals.accept(proposalId, verdict.groupName(), verdict.reason(), judge()).orElseThrow();
    }

    @PostMapping("/group-proposals/{proposalId}/rejection")
    GroupProposal reject(@PathVariable String proposalId, @RequestBody Verdict verdict) {
        return proposals.reject(proposalId, verdict.reason(), judge()).orElseThrow();
    }

    @GetMapping("/groups/{groupId}")
    @Operation(summary = "The group as it was on a day, with the groups under it")
    GroupView group(@PathVariable String groupId, @RequestParam(required = false) LocalDate asOf) {
        access.officer();
        return tree.on(id(groupId), asOf == null ? clock.today() : asOf).orElseThrow(Access.NotVisible::new);
    }

    @PostMapping("/groups/{groupId}/parent")
    @Operation(summary = "Puts a group under another, or under none")
    GroupView place(@PathVariable String groupId, @RequestBody Place place) {
        return tree.placeUnder(id(groupId), place.parentId() == null ? null : id(place.parentId()), place.from(), place.reason(), judge()).orElseThrow();
    }

    private PersonId judge() {
        return access.personIn(Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR).id();
    }

    private static GroupId id(String segment) {
        try {
            return new GroupId(segment);
        } catch (IllegalArgumentException noNumber) {
            throw new Access.NotVisible();
        }
    }
}
