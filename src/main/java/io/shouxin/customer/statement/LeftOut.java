package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a row that names no item is left out of an import. */
final class LeftOut {

    /** Parts of lines, and totals of consolidated formats that lines give. */
    private static final Set<String> DETAILS = Stream.of("营业总成本", "固定资产原价", "固定资产原值", "累计折旧", "固定资产减值准备", "坏账准备", "存货跌价准备",
            "原材料", "在产品", "库存商品", "周转材料", "消费税", "营业税", "城市维护建设税", "资源税", "土地增值税", "城镇土地使用税、房产税、车船税、印花税",
            "教育费附加、矿产资源补偿费、排污费", "商品维修费", "广告费和业务宣传费", "开办费", "业务招待费", "政府补助", "坏账损失", "无法收回的长期债券投资损失",
            "无法收回的长期股权投资损失", "自然灾害等不可抗力因素造成的损失", "税收滞纳金", "非流动资产处置利得", "非流动资产处置损失", "法定公益金",
            "汇兑收益", "手续费").map(Labels::canonical).collect(Collectors.toUnmodifiableSet());

    private LeftOut() {
    }

    static Reading reason(String label, List<BigDecimal> amounts) {
        String name = Labels.canonical(label).replaceFirst("^(?:其中|减|加)", "");
        if (name.contains("每股收益")) {
            return Reading.PER_SHARE;
        }
        if (amounts.stream().noneMatch(Objects::nonNull)) {
            return Reading.NO_AMOUNT;
        }
        return DETAILS.contains(name) ? Reading.DETAIL : Reading.UNKNOWN;
    }
}
