package io.shouxin.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a page at first sight. */
final class Look {

    private static final String PLACE = "(document.querySelector('.modal-dialog .sx-form') || document.querySelector('.sx-form') || document.querySelector('main'))";

    private static final String TOO_WIDE = "() => { const place = " + PLACE + ";"
            + " const beyond = [...place.querySelectorAll('*')].filter(each => !each.closest('.sx-scroll, .sx-sheet, .sx-only-read')"
            + "   && each.getClientRects().length && each.getBoundingClientRect().right > place.getBoundingClientRect().right + 1.5);"
            + " const page = document.documentElement;"
            + " return [...(page.scrollWidth > page.clientWidth + 1 ? ['page ' + page.scrollWidth + ' > ' + page.clientWidth] : []),"
            + "   ...(place.scrollWidth > place.clientWidth + 1 ? ['form ' + place.scrollWidth + ' > ' + place.clientWidth] : []),"
            + "   ...beyond.slice(0, 3).map(each => each.tagName + '.' + each.className + ' sticks out')]; }";

    /** Code names belong to programs; people read words. Names of files are what people made them. */
    private static final String CODES = "() => (" + PLACE + ".innerText.match(/\\b[A-Z]{2,}(_[A-Z0-9]+)+\\b(?!\\.\\w)|\\{\\{|undefined|\\bNaN\\b|\\b\\w+\\.[A-Z]{3,}\\w*\\b(?!\\.\\w)/g) || [])";

    private static final String NAMELESS = "() => [..." + PLACE + ".querySelectorAll('input, select, textarea')]"
            + ".filter(field => field.getClientRects().length && !field.labels.length && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby'))"
            + ".map(field => 'no label: ' + field.outerHTML.slice(0, 120))";

    private static final String CHINESE_LABELS = "() => [..." + PLACE + ".querySelectorAll('.sx-label, legend, h1, h2, h3:not(.card h3), h4, th[scope], thead th, button')]"
            + ".map(label => label.innerText.trim()).filter(text => /[\\u4e00-\\u9fff]/.test(text) && text !== '中文')";

    private Look() {
    }

    static List<String> faults(String name, Screen screen, Visitor visitor) {
        List<String> faults = onThePage(name, screen, visitor);
        visitor.lookAway();
        return faults;
    }

    /** The same page on each of the screens, its window drawn to their sizes: loading it anew would take longest. All in the visitor's language. */
    static List<String> faults(String name, List<Screen> screens, Visitor visitor) {
        List<String> faults = new ArrayList<>();
        for (Screen screen : screens) {
            visitor.page().setViewportSize(screen.width(), screen.height());
            faults.addAll(onThePage(name, screen, visitor));
        }
        visitor.page().setViewportSize(screens.get(0).width(), screens.get(0).height());
        visitor.lookAway();
        return faults;
    }

    private static List<String> onThePage(String name, Screen screen, Visitor visitor) {
        Page page = visitor.page();
        List<String> faults = new ArrayList<>();
        faults.addAll(asked(page, TOO_WIDE));
        faults.addAll(asked(page, CODES));
        faults.addAll(asked(page, NAMELESS));
        if (!screen.language().startsWith("zh")) {
            faults.addAll(asked(page, CHINESE_LABELS));
        }
        faults.addAll(visitor.complaints());
        return faults.stream().map(fault -> name + " at " + screen.width() + " " + screen.language() + ": " + fault).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> asked(Page page, String question) {
        return (List<String>) page.evaluate(question);
    }
}
