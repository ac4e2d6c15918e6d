package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a foreign currency is worth (汇率).
 *
 * @param currency ISO code, not CNY
 * @param day      the day it was published for
 * @param yuan     yuan per one unit, at most eight decimals; a rate told per 100 units is divided first
 * @param source   who published it, e.g. 中国外汇交易中心 人民币汇率中间价
 */
public record ExchangeRate(String currency, LocalDate day, BigDecimal yuan, String source) {
}
