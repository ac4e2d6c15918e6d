package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The province a customer is counted in. */
class ProvinceTest {

    @ParameterizedTest(name = "{0} lies in {1}")
    @CsvSource(delimiter = '|', value = {"上海|31", "上海市浦东新区|31", "安徽省合肥市|34", "内蒙古自治区呼和浩特市|15", "中国广东省深圳市|44", "黑龙江|23",
        "新疆维吾尔自治区|65", "香港特别行政区|81", "310115|31", "34|34", "Shanghai|31", "Shanxi, Taiyuan|14", "Shaanxi, Xi'an|61", "Inner Mongolia|15", "hong kong|81",
        "合肥市|", "深圳|", "不详|", "990000|", "3|", "3101150|", "Shanghainese street|", "''|"})
    void isReadFromAnAddressOrACodeAndNeverGuessed(String region, String code) {
        assertThat(Province.ofRegion(region).map(Province::code).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest(name = "region {0}, {1} {2}: {3}")
    @CsvSource(delimiter = '|', value = {"浙江省|UNIFIED_SOCIAL_CREDIT_CODE|91310115MA1K35D850|33", "|UNIFIED_SOCIAL_CREDIT_CODE|91310115MA1K35D850|31",
        "某地|UNIFIED_SOCIAL_CREDIT_CODE|91340100MA2MTT9HXD|34", "|UNIFIED_SOCIAL_CREDIT_CODE|91100000100003962T|", "|RESIDENT_ID|310115199001011234|",
        "|INTERNAL_REFERENCE|31E1|"})
    void isThatOfTheAddressBeforeThatOfTheRegistration(String region, IdentifierType type, String identifier, String code) {
        assertThat(Province.of(region, type, identifier).map(Province::code).orElse(null)).isEqualTo(code);
    }

    @Test
    void thereAre34OfThemEachWithACodeOfItsOwn() {
        assertThat(Arrays.stream(Province.values()).map(Province::code)).hasSize(34).doesNotHaveDuplicates();
        assertThat(Province.INNER_MONGOLIA.en()).isEqualTo("Inner Mongolia");
    }
}
