package io.shouxin.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Chromium, in which each person has windows and cookies of their own. For one thread only. */
final class Chromium implements AutoCloseable {

    static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    /** Loaded machines are slow; nothing waits longer than it must. */
    static final double PATIENCE_MILLISECONDS = 90_000;

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    /** @param address of the application, such as http://localhost:8080 */
    Chromium(String address) {
        this.address = address;
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS).setTimeout(PATIENCE_MILLISECONDS));
    }

    /** Somebody in front of the browser who has not signed in. */
    Visitor visitor(Screen screen) {
        return new Visitor(browser.newContext(screen.options()), address);
    }

    /** Somebody signed in by the web applications' own login request. */
    Visitor signedIn(String person, Screen screen) {
        Visitor visitor = visitor(screen);
        visitor.signInByRequest(person);
        return visitor;
    }

    /** Keeps every open page as a picture, numbered. */
    void photograph(Path folder, String name) {
        int number = 0;
        for (BrowserContext person : browser.contexts()) {
            for (Page page : person.pages()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + ++number + ".png")));
            }
            person.close();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
