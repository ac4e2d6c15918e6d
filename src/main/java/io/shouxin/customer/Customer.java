package io.shouxin.customer;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A customer in the register. */
@Entity
@Table(name = "customer")
class Customer {

    @Id
    @Column(name = "customer_id")
    private String id;

    @Version
    private Long version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CustomerKind kind;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "identifier_type")
    private IdentifierType identifierType;

    @Column(name = "identifier_hash")
    private String identifierHash;

    @Column(name = "identifier_kept")
    private String identifierKept;

    @Column(name = "identifier_masked")
    private String identifierMasked;

    @Column(name = "industry_code")
    private String industryCode;

    private String region;

    @Column(name = "province_code")
    private String provinceCode;

    @Column(name = "established_on")
    private LocalDate establishedOn;

    private Integer employees;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "size_class")
    private EnterpriseSize size;

    private String phone;

    private String email;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "group_id")
    private ConnectedGroup group;

    private boolean blocked;

    @Column(name = "block_reason")
    private String blockReason;

    @Column(name = "registered_at")
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant registeredAt;

    protected Customer() {
    }

    /** @param facts checked and normalised */
    Customer(CustomerId id, RegisterCustomer facts, KeptIdentifier identifier, Instant registeredAt) {
        this.id = id.value();
        this.kind = facts.kind();
        this.name = facts.name();
        this.identifierType = facts.identifierType();
        this.identifierHash = identifier.hash();
        this.identifierKept = identifier.kept();
        this.identifierMasked = identifier.masked();
        this.industryCode = facts.industryCode();
        this.region = facts.region();
        this.provinceCode = Province.of(facts.region(), facts.identifierType(), facts.identifier()).map(Province::code).orElse(null);
        this.establishedOn = facts.establishedOn();
        this.employees = facts.employees();
        this.size = facts.size();
        this.phone = facts.phone();
        this.email = facts.email();
        this.registeredAt = registeredAt;
    }

    void locate(String place, Province province) {
        this.region = place;
        this.provinceCode = province.code();
    }

    /** @param other null to be in none */
    void join(ConnectedGroup other) {
        this.group = other;
    }

    void block(String reason) {
        this.blocked = true;
        this.blockReason = reason;
    }

    void unblock() {
        this.blocked = false;
        this.blockReason = null;
    }

    CustomerId id() {
        return new CustomerId(id);
    }

    /** The day in Beijing he was entered in the register. */
    LocalDate registeredOn() {
        return LocalDate.ofInstant(registeredAt, BusinessClock.ZONE);
    }

    boolean isBlocked() {
        return blocked;
    }

    IdentifierType identifierType() {
        return identifierType;
    }

    String identifierKept() {
        return identifierKept;
    }

    CustomerView view() {
        return new CustomerView(id(), kind, name, identifierMasked, identifierType,
                identifierType != IdentifierType.INTERNAL_REFERENCE, industryCode,
                industryCode == null ? null : industryCode.substring(0, 1), region, provinceCode, establishedOn, employees, size,
                Optional.ofNullable(group).map(ConnectedGroup::id), group == null ? null : group.name(), phone, email,
                blocked, blockReason);
    }

    /** An identifier as stored: keyed hash to look it up, plain or sealed text, and what people see of it. */
    record KeptIdentifier(String hash, String kept, String masked) {
    }
}
