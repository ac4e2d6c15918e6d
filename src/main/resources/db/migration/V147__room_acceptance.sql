-- What a person accepted or authorised in the credit room: which text, in which version, when (creditroom). Rows only ever grow.
CREATE TABLE room_acceptance (
  acceptance_id  BIGINT      NOT NULL AUTO_INCREMENT,
  application_id VARCHAR(40) NOT NULL,
  person_id      VARCHAR(40) NOT NULL,
  declaration    VARCHAR(40) NOT NULL,
  text_version   VARCHAR(20) NOT NULL,
  text_language  VARCHAR(10) NOT NULL,
  text_sha256    VARCHAR(64) NOT NULL,
  accepted_text  LONGTEXT    NOT NULL,
  invitation_id  VARCHAR(24) NOT NULL,
  accepted_at    DATETIME(6) NOT NULL,
  CONSTRAINT pk_room_acceptance PRIMARY KEY (acceptance_id),
  CONSTRAINT uq_room_acceptance_person UNIQUE (application_id, person_id, declaration, text_version),
  CONSTRAINT fk_room_acceptance_invitation FOREIGN KEY (invitation_id) REFERENCES room_invitation (invitation_id)
);

-- Acceptances from before belong to the person of their invitation; of their text the hash was kept.
INSERT INTO room_acceptance (application_id, person_id, declaration, text_version, text_language, text_sha256, accepted_text, invitation_id, accepted_at)
  SELECT application_id, person_id, 'CREDIT_POLICY', '2026.1', '', policy_accepted_hash, '', invitation_id, policy_accepted_at
  FROM room_invitation earlier
  WHERE policy_accepted_at IS NOT NULL AND policy_accepted_hash IS NOT NULL
    AND invitation_id = (SELECT MIN(first_one.invitation_id) FROM room_invitation first_one WHERE first_one.application_id = earlier.application_id
                         AND first_one.person_id = earlier.person_id AND first_one.policy_accepted_at IS NOT NULL AND first_one.policy_accepted_hash IS NOT NULL);
