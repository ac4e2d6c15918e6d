package io.shouxin.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A division of province level (省级行政区) by GB/T 2260: what exposure by region is counted by.
 */
public enum Province {
    BEIJING("11", "北京"), TIANJIN("12", "天津"), HEBEI("13", "河北"), SHANXI("14", "山西"), INNER_MONGOLIA("15", "内蒙古"),
    LIAONING("21", "辽宁"), JILIN("22", "吉林"), HEILONGJIANG("23", "黑龙江"), SHANGHAI("31", "上海"), JIANGSU("32", "江苏"),
    ZHEJIANG("33", "浙江"), ANHUI("34", "安徽"), FUJIAN("35", "福建"), JIANGXI("36", "江西"), SHANDONG("37", "山东"),
    HENAN("41", "河南"), HUBEI("42", "湖北"), HUNAN("43", "湖南"), GUANGDONG("44", "广东"), GUANGXI("45", "广西"),
    HAINAN("46", "海南"), CHONGQING("50", "重庆"), SICHUAN("51", "四川"), GUIZHOU("52", "贵州"), YUNNAN("53", "云南"),
    TIBET("54", "西藏"), SHAANXI("61", "陕西"), GANSU("62", "甘肃"), QINGHAI("63", "青海"), NINGXIA("64", "宁夏"),
    XINJIANG("65", "新疆"), TAIWAN("71", "台湾"), HONG_KONG("81", "香港"), MACAO("82", "澳门");

    private final String code;
    private final String zh;

    Province(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** Two digits, the first two of every code of GB/T 2260 within it. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        StringBuilder named = new StringBuilder();
        for (String word : words.split(" ")) {
            named.append(named.isEmpty() ? "" : " ").append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return named.toString();
    }

    /** By the first two digits of a code of GB/T 2260. */
    public static Optional<Province> ofCode(String digits) {
        return digits == null || digits.length() < 2 ? Optional.empty()
                : Arrays.stream(values()).filter(province -> digits.startsWith(province.code)).findFirst();
    }

    /**
     * The province an address begins with, in Chinese or English, or the one of a code of GB/T 2260; empty where the text names
     * none: a city alone is not guessed to lie anywhere.
     */
    public static Optional<Province> ofRegion(String region) {
        if (region == null) {
            return Optional.empty();
        }
        String text = region.strip();
        if (text.matches("[0-9]{2}|[0-9]{6}")) {
            return ofCode(text);
        }
        String plain = text.replaceFirst("^中国", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(province -> plain.startsWith(province.zh) || plain.matches(province.en().toLowerCase(Locale.ROOT) + "\\b.*")).findFirst();
    }

    /** Where a firm stands: by its region, else by the registration authority in its unified social credit code. */
    static Optional<Province> of(String region, IdentifierType type, String identifier) {
        return ofRegion(region).or(() -> switch (type) {
            case UNIFIED_SOCIAL_CREDIT_CODE -> ofCode(identifier.substring(2));
            case RESIDENT_ID, INTERNAL_REFERENCE -> Optional.empty();
        });
    }
}
