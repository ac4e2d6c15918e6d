package io.shouxin.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A refusal as people and programs read it: an RFC 9457 problem with code, field, message and who can help. */
@Component
public class RefusalNotice {

    private final Wording wording;

    RefusalNotice(Wording wording) {
        this.wording = wording;
    }

    /** Body of the answer with status 422; {@code message} repeats the texts for clients that know nothing of problems. */
    public Map<String, Object> body(List<Refusal> refusals, Locale language) {
        List<Map<String, String>> items = refusals.stream().map(refusal -> item(refusal, language)).toList();
        String detail = String.join("\n", items.stream().map(item -> item.get("message")).toList());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", wording.of("refusal.title", language));
        body.put("status", 422);
        body.put("detail", detail);
        body.put("message", detail);
        body.put("code", refusals.get(0).code());
        body.put("refusals", items);
        return body;
    }

    private Map<String, String> item(Refusal refusal, Locale language) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("code", refusal.code());
        item.put("field", refusal.field());
        item.put("message", wording.of(refusal, language));
        item.put("help", wording.help(refusal, language));
        return item;
    }
}
