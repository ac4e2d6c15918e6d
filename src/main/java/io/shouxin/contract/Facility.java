package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.ProposedFacility;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A line of the book of facilities: what was agreed. What is used of it stands in the limit ledger. */
@Entity
@Table(name = "facility")
class Facility {

    @Id
    @Column(name = "facility_id")
    private String id;

    @Column(name = "agreement_id")
    private String agreementId;

    @Column(name = "application_id")
    private String applicationId;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "entity_code")
    private String entityCode;

    @Column(name = "line_no")
    private int line;

    private String product;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FacilityKind kind;

    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    private String currency;

    @Column(name = "rate", precision = 9, scale = 6)
    private BigDecimal rate;

    @Column(name = "tenor_months")
    private int tenorMonths;

    @Column(name = "payment_term_days")
    private Integer paymentTermDays;

    private boolean revolving;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Version
    private Long version;

    protected Facility() {
    }

    Facility(FacilityId id, Agreement agreement, ProposedFacility terms, LocalDate validFrom) {
        this.id = id.value();
        this.agreementId = agreement.id().value();
        this.applicationId = agreement.application().value();
        this.customerId = agreement.customer().value();
        this.entityCode = agreement.entity().value();
        this.line = terms.position();
        this.product = terms.product();
        this.kind = terms.kind();
        this.amount = terms.amount().amount();
        this.currency = terms.amount().currency().getCurrencyCode();
        this.rate = terms.rate() == null ? null : terms.rate().fraction();
        this.tenorMonths = terms.tenorMonths();
        this.paymentTermDays = terms.paymentTermDays();
        this.revolving = terms.revolving();
        this.validFrom = validFrom;
        this.validTo = validFrom.plusMonths(terms.tenorMonths()).minusDays(1);
    }

    FacilityId id() {
        return new FacilityId(id);
    }

    ApplicationId application() {
        return new ApplicationId(applicationId);
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    EntityCode entity() {
        return new EntityCode(entityCode);
    }

    String product() {
        return product;
    }

    Money amount() {
        return Money.of(amount, Currency.getInstance(currency));
    }

    boolean revolving() {
        return revolving;
    }

    LocalDate validTo() {
        return validTo;
    }

    FacilityView view(String customerName, Money available, Money utilised, Money reserved, FacilityStatus status) {
        return new FacilityView(id(), new AgreementId(agreementId), application(), customer(), entity(), customerName, product, kind,
                amount(), available, utilised, reserved, rate == null ? null : new Rate(rate), tenorMonths, paymentTermDays, validFrom,
                validTo, status);
    }
}
