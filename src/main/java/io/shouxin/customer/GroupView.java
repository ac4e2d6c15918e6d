package io.shouxin.customer;

import io.shouxin.kernel.GroupId;
import java.time.LocalDate;
import java.util.List;

/**
 * A connected group as it was on a day (集团视图).
 *
 * @param parent   group it stood under, or null
 * @param members  who was in it on that day
 * @param children groups that stood under it, with theirs
 */
public record GroupView(GroupId id, String name, LocalDate asOf, GroupId parent, String parentName, List<GroupMembership> members,
                        List<GroupView> children) {

    public GroupView {
        members = List.copyOf(members);
        children = List.copyOf(children);
    }
}
