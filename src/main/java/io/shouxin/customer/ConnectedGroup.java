package io.shouxin.customer;

import io.shouxin.kernel.GroupId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Customers that are one risk because one controls the other or somebody controls both (集团客户). */
@Entity
@Table(name = "customer_group")
class ConnectedGroup {

    @Id
    @Column(name = "group_id")
    private String id;

    @Version
    private Long version;

    private String name;

    @Column(name = "registered_at")
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant registeredAt;

    protected ConnectedGroup() {
    }

    ConnectedGroup(GroupId id, String name, Instant registeredAt) {
        this.id = id.value();
        this.name = name;
        this.registeredAt = registeredAt;
    }

    GroupId id() {
        return new GroupId(id);
    }

    String name() {
        return name;
    }
}
