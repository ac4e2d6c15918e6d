package io.shouxin.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A person at the web pages: what he sees and does, in his own words. */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "shouxin-demo";

    static final String API = "/camunda/api/shouxin/v1";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    /** Stands on the page once somebody is signed in and the page is drawn. */
    private static final String WELL_KNOWN = ".account.dropdown";
    private static final int SIGN_IN_ATTEMPTS = 5;

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(Chromium.PATIENCE_MILLISECONDS);
        context.setDefaultNavigationTimeout(Chromium.PATIENCE_MILLISECONDS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(error));
    }

    Page page() {
        return page;
    }

    /** Errors the pages wrote to the console since the last question. */
    List<String> complaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    // Signing in

    /** The login page, typed into. A late focus may move the cursor while typing: what stands in the fields decides. */
    void signInByTyping(String person) {
        page.navigate(address + TASKLIST);
        Locator name = page.locator("form input[type=text]").first();
        Locator password = page.locator("form input[type=password]");
        for (int attempt = 1; !(name.inputValue().equals(person) && password.inputValue().equals(PASSWORD)); attempt++) {
            if (attempt > SIGN_IN_ATTEMPTS) {
                throw new AssertionError("the login page does not keep what is typed");
            }
            name.fill(person);
            password.fill(PASSWORD);
        }
        page.locator("form button[type=submit]").click();
        page.locator(WELL_KNOWN).waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        complaints.clear();
    }

    void signInByRequest(String person) {
        signInByRequest(person, PASSWORD);
    }

    void signInByRequest(String person, String password) {
        context.request().get(address + TASKLIST);
        APIResponse answer = context.request().post(address + "/camunda/api/admin/auth/user/default/login/tasklist", RequestOptions.create()
                .setHeader("X-XSRF-TOKEN", token()).setForm(FormData.create().set("username", person).set("password", password)));
        if (!answer.ok()) {
            throw new AssertionError(person + " cannot sign in: " + answer.status() + " " + answer.text());
        }
    }

    // Finding work

    /** A fresh page, even where only what follows the # would change. */
    void goTo(String path) {
        lookAway();
        page.navigate(address + path);
    }

    /** Leaves the page, which would otherwise go on asking for its task after somebody else has done it. */
    void lookAway() {
        page.navigate("about:blank");
    }

    void goToTasks() {
        goTo(TASKLIST);
        page.locator(WELL_KNOWN).waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Chooses a process to start; its form is then on screen. */
    void chooseProcess(String name) {
        Locator start = page.locator("a:has(.glyphicon-list-alt)").first();
        start.waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!start.isVisible()) {
            page.locator("[ng-click*='navbarOpen']").first().click();
        }
        start.click();
        page.locator(".modal-dialog .processes a").filter(having(name)).click();
        waitForForm();
    }

    /** Opens a case's task from the list, the way people do: choose the filter, tap the card with the case's number, search for it in a long list. */
    void openFromList(String filter, String caseNumber) {
        goToTasks();
        page.locator(".task-filters .item").filter(having(filter)).locator(".name a").first().click();
        Locator card = page.locator("li.task").filter(having(caseNumber)).first();
        if (!appears(card)) {
            String list = page.url().replaceAll("&?searchQuery=[^&]*", "");
            lookAway();
            page.navigate(list + "&searchQuery=" + URLEncoder.encode("[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\""
                    + caseNumber + "\",\"name\":\"\"}]", StandardCharsets.UTF_8));
        }
        card.click();
        waitForForm();
    }

    /** The cards of a list are filled in a moment after it. */
    private boolean appears(Locator card) {
        try {
            card.waitFor(new WaitForOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError notHere) {
            return false;
        }
    }

    /** Opens a task by its address, as from a message. */
    void open(String caseNumber, String taskKey) {
        JsonArray tasks = JsonParser.parseString(read("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + caseNumber
                + "&taskDefinitionKey=" + taskKey)).getAsJsonArray();
        if (tasks.isEmpty()) {
            throw new AssertionError("no task " + taskKey + " of " + caseNumber + " to be seen");
        }
        goTo(TASKLIST + "#/?task=" + tasks.get(0).getAsJsonObject().get("id").getAsString());
        waitForForm();
    }

    void claim() {
        page.locator("[ng-click='claim()']").first().click();
        page.locator("[ng-click='unclaim()']").first().waitFor();
        waitForForm();
    }

    void claimUnlessMine() {
        if (page.locator("[ng-click='claim()']").count() > 0) {
            claim();
        }
    }

    void waitForForm() {
        page.locator(".sx-form .sx-card").first().waitFor();
        page.locator(".sx-form .sx-wait").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    // Filling in

    void type(String field, String text) {
        page.locator(field).fill(text);
    }

    /** Chooses one of the answers offered for a field. */
    void pick(String field, String answer) {
        page.locator(at(field) + " label:has(input[value='" + answer + "'])").click();
    }

    void tick(String field) {
        page.locator(at(field) + " input[type=checkbox]").check();
    }

    void press(String words) {
        page.locator(".sx-form button").filter(having(words)).first().click();
    }

    /** What the form calls a kind of document. */
    String nameOf(String kind) {
        return page.locator(".sx-doc[data-kind=" + kind + "] strong").first().textContent().trim();
    }

    /** Hands a file in for one kind of document and waits until the form shows it. */
    void upload(String kind, String fileName) {
        Locator place = page.locator(".sx-doc[data-kind=" + kind + "], .sx-doc:has(input[data-kind=" + kind + "])").first();
        place.locator("input[type=file]").setInputFiles(new FilePayload(fileName, "application/pdf", Paper.pdf(fileName)));
        place.locator("a").filter(having(fileName)).waitFor();
    }

    /** Hands the form in and waits for the answer. */
    void handIn() {
        Response answer = page.waitForResponse(response -> response.url().contains("/submit-form"), () -> handInButton().click());
        if (!answer.ok()) {
            throw new AssertionError("refused: " + answer.status() + " " + answer.text());
        }
    }

    /** Hands the form in, expecting the server to refuse. */
    Response handInInVain() {
        Response answer = page.waitForResponse(response -> response.url().contains("/submit-form"), () -> handInButton().click());
        page.locator(".sx-form .sx-alert").first().waitFor();
        return answer;
    }

    private Locator handInButton() {
        Locator start = page.locator(".modal-dialog button[ng-click='startProcessInstance()']");
        return start.count() > 0 ? start : page.locator("button[ng-click='complete()']:visible").first();
    }

    // Reading

    void sees(String words) {
        page.locator(".sx-form").getByText(words).first().waitFor();
    }

    /** The name in the page's header. */
    String ownName() {
        return page.locator(".account .dropdown-toggle").first().textContent().trim();
    }

    String value(String field) {
        return page.locator(field).inputValue();
    }

    /** One attribute of each of some elements, in their order on the page. */
    List<String> texts(String elements, String attribute) {
        return page.locator(elements).all().stream().map(element -> element.getAttribute(attribute)).toList();
    }

    private static String at(String field) {
        return ".sx-form [data-field='" + field + "']";
    }

    String read(String path) {
        return new String(answer(path).body(), StandardCharsets.UTF_8);
    }

    APIResponse answer(String path) {
        return context.request().get(address + path, RequestOptions.create().setHeader("Accept", "application/json"));
    }

    String token() {
        return context.cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).findFirst().orElseThrow().value;
    }

    static FilterOptions having(String words) {
        return new FilterOptions().setHasText(words);
    }

    /** Withdraws what the person's firm still has under way; a second application for the same product is refused. */
    void withdrawOpenApplications() {
        for (JsonElement application : JsonParser.parseString(read(API + "/applications?size=100")).getAsJsonObject().getAsJsonArray("items")) {
            JsonObject row = application.getAsJsonObject();
            if (row.get("mayWithdraw").getAsBoolean()) {
                String path = API + "/applications/" + row.get("applicationId").getAsString() + "/withdrawal";
                APIResponse answer = context.request().post(address + path, RequestOptions.create().setHeader("X-XSRF-TOKEN", token())
                        .setHeader("Content-Type", "application/json").setData("{\"reason\":\"重新申请\"}"));
                if (!answer.ok()) {
                    throw new AssertionError(path + ": " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
