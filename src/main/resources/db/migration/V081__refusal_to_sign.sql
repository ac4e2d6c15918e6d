-- Who refused to sign an agreement, and why (contract). The reason is told to the customer.
ALTER TABLE agreement ADD COLUMN refusal_reason VARCHAR(1000);
ALTER TABLE agreement DROP CONSTRAINT ck_agreement_status;
ALTER TABLE agreement ADD CONSTRAINT ck_agreement_status CHECK (status IN ('DRAWN_UP', 'RETURNED', 'READY_TO_SIGN', 'SIGNED_BY_CUSTOMER',
  'SIGNED', 'EXPIRED', 'REFUSED_BY_CUSTOMER', 'REFUSED_BY_BANK', 'CANCELLED'));
