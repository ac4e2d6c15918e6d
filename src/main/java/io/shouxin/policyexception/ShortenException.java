package io.shouxin.policyexception;

import java.time.LocalDate;

/** An approver lets an exception hold for less time than was asked for, with an approval on conditions. @param exception its number */
public record ShortenException(String exception, LocalDate until) {
}
