-- Running numbers of the bank's business series, handed out in blocks (kernel).
CREATE TABLE business_number (
  series        VARCHAR(8) NOT NULL,
  business_year INT        NOT NULL,
  next_number   BIGINT     NOT NULL,
  CONSTRAINT pk_business_number PRIMARY KEY (series, business_year),
  CONSTRAINT ck_business_number_positive CHECK (next_number > 0)
);
