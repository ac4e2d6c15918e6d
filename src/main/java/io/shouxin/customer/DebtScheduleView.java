package io.shouxin.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a customer owes to all lenders on one day (存量债务明细), row by row with what counts, what doesn't and why. Totals are
 * exposures: balances less margins, in yuan.
 *
 * @param asOf       the cut-off date
 * @param source     who told it, e.g. 企业提供, 征信报告
 * @param documentId the document it was taken from; null when none is on file
 * @param debts      in the order of the schedule; exchange rates are those of the day it was recorded
 * @param recordedBy login; null for a preview
 * @param recordedAt null for a preview
 */
public record DebtScheduleView(CustomerId customer, LocalDate asOf, String source, String documentId, List<JudgedDebt> debts,
                               String recordedBy, Instant recordedAt) {

    public DebtScheduleView {
        debts = List.copyOf(debts);
    }

    /** What is owed to one lender. */
    public record LenderDebt(String lender, int debts, Money total) {
    }

    /** What falls due within one span of time. */
    public record MaturityDebt(DebtBucket bucket, int debts, Money total) {
    }

    /** The exposure of all rows that count, in yuan. */
    @JsonProperty
    public Money total() {
        return sum(debts);
    }

    /** No row waits to be verified. Where one does, the total is a lower bound and must not be taken for the whole. */
    @JsonProperty
    public boolean complete() {
        return debts.stream().noneMatch(debt -> debt.standing().toVerify());
    }

    /** Rows that wait to be verified (待核实). */
    @JsonProperty
    public int toVerify() {
        return (int) debts.stream().filter(debt -> debt.standing().toVerify()).count();
    }

    /** By lender, in the order of their first row; a lender to whom nothing counts is not in it. */
    @JsonProperty
    public List<LenderDebt> lenders() {
        Map<String, List<JudgedDebt>> byLender = new LinkedHashMap<>();
        counted(debts).forEach(debt -> byLender.computeIfAbsent(debt.line().lender(), lender -> new ArrayList<>()).add(debt));
        return byLender.entrySet().stream().map(entry -> new LenderDebt(entry.getKey(), entry.getValue().size(), sum(entry.getValue()))).toList();
    }

    /** By remaining time from the cut-off date; spans without a debt are not in it. */
    @JsonProperty
    public List<MaturityDebt> maturities() {
        Map<DebtBucket, List<JudgedDebt>> byBucket = new EnumMap<>(DebtBucket.class);
        counted(debts).forEach(debt -> byBucket.computeIfAbsent(DebtBucket.of(debt, asOf), bucket -> new ArrayList<>()).add(debt));
        return byBucket.entrySet().stream().map(entry -> new MaturityDebt(entry.getKey(), entry.getValue().size(), sum(entry.getValue()))).toList();
    }

    /** Overdue or due within a year of the cut-off date. */
    @JsonProperty
    public Money dueWithinYear() {
        return maturities().stream().filter(maturity -> maturity.bucket().compareTo(DebtBucket.WITHIN_1_YEAR) <= 0)
                .map(MaturityDebt::total).reduce(Money.zero(Money.CNY), Money::plus);
    }

    private static Money sum(List<JudgedDebt> rows) {
        return counted(rows).stream().map(JudgedDebt::inYuan).reduce(Money.zero(Money.CNY), Money::plus);
    }

    private static List<JudgedDebt> counted(List<JudgedDebt> rows) {
        return rows.stream().filter(debt -> debt.standing().counted()).toList();
    }
}
