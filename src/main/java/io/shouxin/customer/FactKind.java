package io.shouxin.customer;

/** Kinds of other facts (其他事实) an officer establishes about a customer besides statements, invoices and the credit report. */
public enum FactKind {
    /** 纳税记录. */
    TAX_RECORD(TaxRecord.class),
    /** 现场尽调. */
    SITE_VISIT(SiteVisit.class),
    /** 背景调查. */
    BACKGROUND_CHECK(BackgroundCheck.class),
    /** 外部评级. */
    EXTERNAL_RATING(ExternalRating.class),
    /** 过往交易. */
    PAST_TRADING(PastTrading.class);

    private final Class<? extends FactContent> content;

    FactKind(Class<? extends FactContent> content) {
        this.content = content;
    }

    Class<? extends FactContent> content() {
        return content;
    }
}
