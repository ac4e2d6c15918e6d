package io.shouxin.adjustment;

import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.SignalId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A market signal as it was entered; never changed. */
@Entity
@Table(name = "market_signal")
class MarketSignal {

    @Id
    private String signalId;
    private String industry;
    private String region;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MarketDirection direction;
    @Column(name = "signal_text", length = 2000)
    private String text;
    private LocalDate signalDay;
    private String source;
    private String recordedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant recordedAt;

    protected MarketSignal() {
    }

    MarketSignal(SignalId id, RecordSignal told, PersonId by, Instant at) {
        this.signalId = id.value();
        this.industry = told.industry();
        this.region = told.region();
        this.direction = told.direction();
        this.text = told.text();
        this.signalDay = told.day();
        this.source = told.source();
        this.recordedBy = by.value();
        this.recordedAt = at;
    }

    SignalId id() {
        return new SignalId(signalId);
    }

    MarketDirection direction() {
        return direction;
    }

    String text() {
        return text;
    }

    String industry() {
        return industry;
    }

    String region() {
        return region;
    }

    MarketSignalView view() {
        return new MarketSignalView(id(), Optional.ofNullable(industry), Optional.ofNullable(region), direction, text, signalDay, source,
                new PersonId(recordedBy), recordedAt);
    }
}
