package io.shouxin.origination;

import java.util.Set;

/** What a security is (担保种类): its advance rate depends on it. Messages {@code securityKind.CODE}. */
public enum SecurityKind {
    /** 住宅. */
    RESIDENTIAL_PROPERTY(SecurityType.MORTGAGE),
    /** 商业、办公用房. */
    COMMERCIAL_PROPERTY(SecurityType.MORTGAGE),
    /** 工业厂房. */
    INDUSTRIAL_PROPERTY(SecurityType.MORTGAGE),
    /** 土地使用权. */
    LAND_USE_RIGHT(SecurityType.MORTGAGE),
    /** 在建工程. */
    CONSTRUCTION_IN_PROGRESS(SecurityType.MORTGAGE),
    /** 机器设备. */
    EQUIPMENT(SecurityType.MORTGAGE),
    /** 车辆. */
    VEHICLE(SecurityType.MORTGAGE),
    /** 存货: mortgaged where it lies, or pledged with a warehouse keeper. */
    INVENTORY(SecurityType.MORTGAGE, SecurityType.PLEDGE),
    /** 应收账款. */
    RECEIVABLES(SecurityType.PLEDGE),
    /** 存单、保证金. */
    DEPOSIT(SecurityType.PLEDGE),
    /** 银行承兑汇票. */
    BANK_BILL(SecurityType.PLEDGE),
    /** 国债. */
    GOVERNMENT_BOND(SecurityType.PLEDGE),
    /** 上市公司股票. */
    LISTED_SHARES(SecurityType.PLEDGE),
    /** 非上市股权. */
    UNLISTED_EQUITY(SecurityType.PLEDGE),
    /** 知识产权. */
    INTELLECTUAL_PROPERTY(SecurityType.PLEDGE),
    /** 企业保证. */
    GUARANTEE_OF_FIRM(SecurityType.GUARANTEE),
    /** 自然人保证. */
    GUARANTEE_OF_PERSON(SecurityType.GUARANTEE),
    /** 融资担保公司保证. */
    GUARANTEE_OF_GUARANTEE_COMPANY(SecurityType.GUARANTEE),
    /** 其他押品. */
    OTHER(SecurityType.MORTGAGE, SecurityType.PLEDGE);

    private final SecurityType usual;
    private final Set<SecurityType> types;

    SecurityKind(SecurityType usual, SecurityType... others) {
        this.usual = usual;
        this.types = others.length == 0 ? Set.of(usual) : Set.of(usual, others[0]);
    }

    /** How it is usually taken. */
    SecurityType usualType() {
        return usual;
    }

    boolean mayBe(SecurityType type) {
        return types.contains(type);
    }

    boolean isGuarantee() {
        return usual == SecurityType.GUARANTEE;
    }
}
