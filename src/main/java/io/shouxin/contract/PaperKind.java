package io.shouxin.contract;

import io.shouxin.origination.SecurityType;
import java.util.Optional;

/** The papers of a contract (合同文件). Words: {@code paperKind.CODE}. */
public enum PaperKind {
    /** 授信合同, signed by the customer and the bank. */
    FACILITY_AGREEMENT("AG"),
    /** 授信批复通知书: what was approved, signed by the bank alone. */
    DECISION_LETTER("DL"),
    /** 保证合同, signed by the guarantor and the bank. */
    GUARANTEE("GC"),
    /** 抵押合同, signed by whoever mortgages and the bank. */
    MORTGAGE("MC"),
    /** 质押合同, signed by whoever pledges and the bank. */
    PLEDGE("PC");

    private final String numbers;

    PaperKind(String numbers) {
        this.numbers = numbers;
    }

    /** How business numbers of such papers begin. */
    String numbers() {
        return numbers;
    }

    /** Whether somebody beside customer and bank signs it (担保人). */
    public boolean hasProvider() {
        return this == GUARANTEE || this == MORTGAGE || this == PLEDGE;
    }

    /** The paper by which that security is given; empty for a facility without security. */
    static Optional<PaperKind> of(SecurityType type) {
        return switch (type) {
            case GUARANTEE -> Optional.of(GUARANTEE);
            case MORTGAGE -> Optional.of(MORTGAGE);
            case PLEDGE -> Optional.of(PLEDGE);
            case UNSECURED -> Optional.empty();
        };
    }
}
