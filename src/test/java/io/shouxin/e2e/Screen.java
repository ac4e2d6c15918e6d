package io.shouxin.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;

/** What a person looks at: size of the window in CSS pixels, and the language of the browser. */
record Screen(int width, int height, String language) {

    static final Screen DESKTOP = new Screen(1440, 1000, "zh-CN");
    static final Screen PHONE = new Screen(390, 844, "zh-CN");

    Screen in(String otherLanguage) {
        return new Screen(width, height, otherLanguage);
    }

    NewContextOptions options() {
        return new NewContextOptions().setViewportSize(width, height).setLocale(language).setTimezoneId("Asia/Shanghai");
    }
}
