-- Checking the foreign key locked the reservation's account for others while its ledger batch was not yet in its turn. The account is
-- there: the same transaction changes it, and accounts are never deleted.
ALTER TABLE limit_reservation DROP CONSTRAINT fk_limit_reservation_account;
