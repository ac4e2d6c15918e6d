-- A guarantor is invited into the credit room to sign one paper; of the number of his identity paper a salted hash is kept (creditroom).
ALTER TABLE room_invitation ADD COLUMN paper_id VARCHAR(40);
ALTER TABLE room_invitation ADD COLUMN signatory_name VARCHAR(80);
ALTER TABLE room_invitation ADD COLUMN identifier_hash VARCHAR(64);
ALTER TABLE room_invitation ADD COLUMN identifier_tail VARCHAR(4);
