-- Where a customer stands, by GB/T 2260 (customer): exposure by region is counted by it. NULL where neither the region nor the
-- unified social credit code names a province.
ALTER TABLE customer ADD COLUMN province_code VARCHAR(2);
UPDATE customer SET province_code = '11' WHERE region LIKE '北京%' OR region LIKE '中国北京%';
UPDATE customer SET province_code = '12' WHERE region LIKE '天津%' OR region LIKE '中国天津%';
UPDATE customer SET province_code = '13' WHERE region LIKE '河北%' OR region LIKE '中国河北%';
UPDATE customer SET province_code = '14' WHERE region LIKE '山西%' OR region LIKE '中国山西%';
UPDATE customer SET province_code = '15' WHERE region LIKE '内蒙古%' OR region LIKE '中国内蒙古%';
UPDATE customer SET province_code = '21' WHERE region LIKE '辽宁%' OR region LIKE '中国辽宁%';
UPDATE customer SET province_code = '22' WHERE region LIKE '吉林%' OR region LIKE '中国吉林%';
UPDATE customer SET province_code = '23' WHERE region LIKE '黑龙江%' OR region LIKE '中国黑龙江%';
UPDATE customer SET province_code = '31' WHERE region LIKE '上海%' OR region LIKE '中国上海%';
UPDATE customer SET province_code = '32' WHERE region LIKE '江苏%' OR region LIKE '中国江苏%';
UPDATE customer SET province_code = '33' WHERE region LIKE '浙江%' OR region LIKE '中国浙江%';
UPDATE customer SET province_code = '34' WHERE region LIKE '安徽%' OR region LIKE '中国安徽%';
UPDATE customer SET province_code = '35' WHERE region LIKE '福建%' OR region LIKE '中国福建%';
UPDATE customer SET province_code = '36' WHERE region LIKE '江西%' OR region LIKE '中国江西%';
UPDATE customer SET province_code = '37' WHERE region LIKE '山东%' OR region LIKE '中国山东%';
UPDATE customer SET province_code = '41' WHERE region LIKE '河南%' OR region LIKE '中国河南%';
UPDATE customer SET province_code = '42' WHERE region LIKE '湖北%' OR region LIKE '中国湖北%';
UPDATE customer SET province_code = '43' WHERE region LIKE '湖南%' OR region LIKE '中国湖南%';
UPDATE customer SET province_code = '44' WHERE region LIKE '广东%' OR region LIKE '中国广东%';
UPDATE customer SET province_code = '45' WHERE region LIKE '广西%' OR region LIKE '中国广西%';
UPDATE customer SET province_code = '46' WHERE region LIKE '海南%' OR region LIKE '中国海南%';
UPDATE customer SET province_code = '50' WHERE region LIKE '重庆%' OR region LIKE '中国重庆%';
UPDATE customer SET province_code = '51' WHERE region LIKE '四川%' OR region LIKE '中国四川%';
UPDATE customer SET province_code = '52' WHERE region LIKE '贵州%' OR region LIKE '中国贵州%';
UPDATE customer SET province_code = '53' WHERE region LIKE '云南%' OR region LIKE '中国云南%';
UPDATE customer SET province_code = '54' WHERE region LIKE '西藏%' OR region LIKE '中国西藏%';
UPDATE customer SET province_code = '61' WHERE region LIKE '陕西%' OR region LIKE '中国陕西%';
UPDATE customer SET province_code = '62' WHERE region LIKE '甘肃%' OR region LIKE '中国甘肃%';
UPDATE customer SET province_code = '63' WHERE region LIKE '青海%' OR region LIKE '中国青海%';
UPDATE customer SET province_code = '64' WHERE region LIKE '宁夏%' OR region LIKE '中国宁夏%';
UPDATE customer SET province_code = '65' WHERE region LIKE '新疆%' OR region LIKE '中国新疆%';
UPDATE customer SET province_code = '71' WHERE region LIKE '台湾%' OR region LIKE '中国台湾%';
UPDATE customer SET province_code = '81' WHERE region LIKE '香港%' OR region LIKE '中国香港%';
UPDATE customer SET province_code = '82' WHERE region LIKE '澳门%' OR region LIKE '中国澳门%';
UPDATE customer SET province_code = SUBSTRING(identifier_kept, 3, 2)
 WHERE province_code IS NULL AND identifier_type = 'UNIFIED_SOCIAL_CREDIT_CODE' AND SUBSTRING(identifier_kept, 3, 2) IN
 ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82');
