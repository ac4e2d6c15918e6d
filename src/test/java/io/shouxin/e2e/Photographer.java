package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of the documentation: PNG files small enough to read along with a page. */
final class Photographer {

    private static final long LARGEST_BYTES = 400_000;
    private static final int MARGIN = 12;
    private static final int TALLEST = 6000;

    private final Path folder;

    Photographer(Path folder) {
        this.folder = folder;
    }

    /** The window as it stands. */
    void window(String name, Visitor visitor) {
        keep(name, visitor, new Page.ScreenshotOptions());
    }

    /** The form from its top to the lower edge of one of its parts, however much one would have to scroll. */
    void form(String name, Visitor visitor, String lastPart) {
        Page page = visitor.page();
        ViewportSize before = page.viewportSize();
        page.setViewportSize(before.width, TALLEST);
        BoundingBox form = page.locator(".sx-form").first().boundingBox();
        Locator last = page.locator(lastPart).last();
        last.waitFor();
        BoundingBox end = last.boundingBox();
        keep(name, visitor, new Page.ScreenshotOptions().setClip(form.x - MARGIN, form.y - MARGIN, form.width + 2 * MARGIN,
                end.y + end.height - form.y + 2 * MARGIN));
        page.setViewportSize(before.width, before.height);
    }

    private void keep(String name, Visitor visitor, Page.ScreenshotOptions options) {
        Path file = folder.resolve(name + ".png");
        visitor.page().evaluate("() => document.fonts.ready.then(() => document.activeElement && document.activeElement.blur())");
        visitor.page().screenshot(options.setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
        try {
            assertThat(Files.size(file)).as("bytes of " + file).isLessThan(LARGEST_BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
