-- Messages to people (notification). A key reaches a person once.
CREATE TABLE message (
  message_id  BIGINT       NOT NULL AUTO_INCREMENT,
  recipient   VARCHAR(40)  NOT NULL,
  message_key VARCHAR(120) NOT NULL,
  subject     VARCHAR(60)  NOT NULL,
  code        VARCHAR(60)  NOT NULL,
  sent_at     DATETIME(6)  NOT NULL,
  CONSTRAINT pk_message PRIMARY KEY (message_id),
  CONSTRAINT uq_message_key UNIQUE (recipient, message_key)
);
