-- The lender's own figures as dated facts (origination): entered by one person, in force once another has confirmed them; never
-- changed, a correction is a new row.
CREATE TABLE lender_figures (
  figures_id       BIGINT        NOT NULL AUTO_INCREMENT,
  lender_kind      VARCHAR(20)   NOT NULL,
  as_of            DATE          NOT NULL,
  net_capital      DECIMAL(19,2) NOT NULL,
  tier_one_capital DECIMAL(19,2),
  lendable_funds   DECIMAL(19,2) NOT NULL,
  source           VARCHAR(400)  NOT NULL,
  recorded_by      VARCHAR(40)   NOT NULL,
  recorded_at      DATETIME(6)   NOT NULL,
  confirmed_by     VARCHAR(40),
  confirmed_at     DATETIME(6),
  CONSTRAINT pk_lender_figures PRIMARY KEY (figures_id),
  CONSTRAINT ck_lender_figures_kind CHECK (lender_kind IN ('BANK', 'LEASING_FIRM', 'TRADING_GROUP')),
  CONSTRAINT ck_lender_figures_amounts CHECK (net_capital > 0 AND lendable_funds >= 0
    AND (tier_one_capital IS NULL OR tier_one_capital > 0) AND (lender_kind <> 'BANK' OR tier_one_capital IS NOT NULL)),
  CONSTRAINT ck_lender_figures_four_eyes CHECK (confirmed_by IS NULL OR confirmed_by <> recorded_by)
);
CREATE INDEX ix_lender_figures_day ON lender_figures (as_of, figures_id);
