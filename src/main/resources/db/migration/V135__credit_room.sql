-- The customer's credit room: who was let in, by which link, and what he said afterwards. Secrets stand as hashes only.
CREATE TABLE room_invitation (
  invitation_id  VARCHAR(24)  NOT NULL,
  application_id VARCHAR(40)  NOT NULL,
  customer_id    VARCHAR(40)  NOT NULL,
  person_id      VARCHAR(40)  NOT NULL,
  invited_by     VARCHAR(40)  NOT NULL,
  invited_at     DATETIME(6)  NOT NULL,
  ends_on        DATE         NOT NULL,
  links          INT          NOT NULL,
  revoked_at     DATETIME(6),
  policy_accepted_at   DATETIME(6),
  policy_accepted_hash VARCHAR(64),
  CONSTRAINT pk_room_invitation PRIMARY KEY (invitation_id)
);
CREATE INDEX ix_room_invitation_application ON room_invitation (application_id);

CREATE TABLE room_link (
  link_hash     VARCHAR(64) NOT NULL,
  invitation_id VARCHAR(24) NOT NULL,
  made_at       DATETIME(6) NOT NULL,
  expires_at    DATETIME(6) NOT NULL,
  used_at       DATETIME(6),
  CONSTRAINT pk_room_link PRIMARY KEY (link_hash),
  CONSTRAINT fk_room_link_invitation FOREIGN KEY (invitation_id) REFERENCES room_invitation (invitation_id)
);
CREATE INDEX ix_room_link_invitation ON room_link (invitation_id);

CREATE TABLE room_session (
  session_hash  VARCHAR(64) NOT NULL,
  invitation_id VARCHAR(24) NOT NULL,
  opened_at     DATETIME(6) NOT NULL,
  seen_at       DATETIME(6) NOT NULL,
  ended_at      DATETIME(6),
  CONSTRAINT pk_room_session PRIMARY KEY (session_hash),
  CONSTRAINT fk_room_session_invitation FOREIGN KEY (invitation_id) REFERENCES room_invitation (invitation_id)
);

-- Attempts at the door, by hashed address of the network or by invitation, per quarter of an hour.
CREATE TABLE room_attempt (
  who        VARCHAR(70) NOT NULL,
  quarter    BIGINT      NOT NULL,
  attempts   INT         NOT NULL,
  CONSTRAINT pk_room_attempt PRIMARY KEY (who, quarter)
);

CREATE TABLE room_survey (
  application_id VARCHAR(40)   NOT NULL,
  person_id      VARCHAR(40)   NOT NULL,
  overall        INT           NOT NULL,
  clarity        INT           NOT NULL,
  speed          INT           NOT NULL,
  remark         VARCHAR(1000) NOT NULL,
  outcome        VARCHAR(40)   NOT NULL,
  answered_at    DATETIME(6)   NOT NULL,
  CONSTRAINT pk_room_survey PRIMARY KEY (application_id, person_id)
);
