package io.shouxin.customer;

import java.util.List;

/**
 * All statements of a customer held against each other (报表核对).
 *
 * @param findings    across statements and years, newest period first
 * @param comparisons audited against self-reported, one per period of which both are kept, newest first
 */
public record StatementReconciliation(List<StatementFinding> findings, List<BasisComparison> comparisons) {
}
