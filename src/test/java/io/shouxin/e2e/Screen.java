package io.shouxin.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;

/** What a person looks at: size of the window in CSS pixels, the language of the browser, device pixels each. */
record Screen(int width, int height, String language, int sharpness) {

    static final Screen DESKTOP = new Screen(1440, 1000, "zh-CN", 1);
    static final Screen PHONE = new Screen(390, 844, "zh-CN", 1);

    Screen in(String otherLanguage) {
        return new Screen(width, height, otherLanguage, sharpness);
    }

    /** With the fine pixels phones have. */
    Screen sharp() {
        return new Screen(width, height, language, 2);
    }

    NewContextOptions options() {
        return new NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(sharpness)
                .setLocale(language).setTimezoneId("Asia/Shanghai");
    }
}
