-- People who can sign in (identity). Passwords stay with the login service.
CREATE TABLE person (
  person_id    VARCHAR(40)  NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  roles        VARCHAR(400) NOT NULL,
  customer_id  VARCHAR(40),
  CONSTRAINT pk_person PRIMARY KEY (person_id)
);
CREATE INDEX ix_person_customer ON person (customer_id);
