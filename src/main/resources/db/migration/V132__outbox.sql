-- Named values of a message's text, and one outbox of e-mail beside the inboxes.
ALTER TABLE message ADD COLUMN message_values VARCHAR(2000) NOT NULL DEFAULT '{}';

-- How a person wants to be reached. Without a row: inbox only, Chinese.
CREATE TABLE message_preference (
  person_id   VARCHAR(40)  NOT NULL,
  address     VARCHAR(254),
  language    VARCHAR(2)   NOT NULL,
  not_by_mail VARCHAR(200) NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  CONSTRAINT pk_message_preference PRIMARY KEY (person_id)
);

-- E-mail on its way. Written with the act it tells of; taken by one node at a time.
CREATE TABLE outgoing_mail (
  mail_id         BIGINT        NOT NULL AUTO_INCREMENT,
  recipient       VARCHAR(40)   NOT NULL,
  message_key     VARCHAR(120)  NOT NULL,
  subject         VARCHAR(60)   NOT NULL,
  code            VARCHAR(60)   NOT NULL,
  message_values  VARCHAR(2000) NOT NULL,
  address         VARCHAR(254)  NOT NULL,
  language        VARCHAR(2)    NOT NULL,
  state           VARCHAR(10)   NOT NULL,
  attempts        INT           NOT NULL,
  next_attempt_at DATETIME(6)   NOT NULL,
  taken_by        VARCHAR(40),
  taken_until     DATETIME(6),
  reason          VARCHAR(500),
  posted_at       DATETIME(6)   NOT NULL,
  sent_at         DATETIME(6),
  CONSTRAINT pk_outgoing_mail PRIMARY KEY (mail_id),
  CONSTRAINT uq_outgoing_mail_key UNIQUE (recipient, message_key)
);
CREATE INDEX ix_outgoing_mail_due ON outgoing_mail (state, next_attempt_at);
