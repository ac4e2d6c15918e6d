package io.shouxin.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.document.ChecklistView.WaitingFor;
import io.shouxin.kernel.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The checklist of one subject. Its items are read and written together, so they stand in one row. */
@Entity
@Table(name = "document_checklist")
class Checklist {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL).build();

    @Id
    @Column(name = "subject")
    private String subject;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "policy_version")
    private String policyVersion;

    @Column(name = "items", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String items;

    @Version
    private Long version;

    protected Checklist() {
    }

    Checklist(String subject, CustomerId customer, String policyVersion, Collection<ChecklistItem> demanded) {
        this.subject = subject;
        this.customerId = customer.value();
        this.policyVersion = policyVersion;
        write(demanded);
    }

    /** Draws the list up afresh: what was brought stays, what nobody brought and nobody asks for any more goes. */
    void redraw(String newPolicyVersion, Collection<ChecklistItem> demanded) {
        policyVersion = newPolicyVersion;
        Map<String, ChecklistItem> fresh = new LinkedHashMap<>();
        demanded.forEach(item -> fresh.put(item.kind(), item));
        for (ChecklistItem old : items()) {
            if (old.state() != ItemState.MISSING || old.laterUntil() != null) {
                ChecklistItem demand = fresh.get(old.kind());
                fresh.put(old.kind(), demand == null ? old.demanded(false, old.demand()) : old.demanded(demand.required(), demand.demand()));
            }
        }
        write(fresh.values());
    }

    Optional<ChecklistItem> item(String kind) {
        return items().stream().filter(item -> item.kind().equals(kind)).findFirst();
    }

    void replace(List<ChecklistItem> changed) {
        Map<String, ChecklistItem> all = new LinkedHashMap<>();
        items().forEach(item -> all.put(item.kind(), item));
        changed.forEach(item -> all.put(item.kind(), item));
        write(all.values());
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    ChecklistView view() {
        List<ChecklistItem> all = items();
        boolean complete = all.stream().filter(ChecklistItem::required).allMatch(item -> item.state() == ItemState.ACCEPTED || item.laterUntil() != null);
        boolean customersTurn = all.stream().anyMatch(item -> item.outstanding() && !item.fromBank());
        WaitingFor waitingFor = complete ? WaitingFor.NOBODY : customersTurn ? WaitingFor.CUSTOMER : WaitingFor.BANK;
        return new ChecklistView(subject, customer(), policyVersion, all, complete, waitingFor);
    }

    private List<ChecklistItem> items() {
        try {
            return JSON.readValue(items, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("checklist " + subject, e);
        }
    }

    private void write(Collection<ChecklistItem> all) {
        List<ChecklistItem> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(ChecklistItem::required).reversed());
        try {
            items = JSON.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("checklist " + subject, e);
        }
    }
}
