package io.shouxin.workflow.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.Role;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusalNotice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows who is in the credit room and lets him do there what belongs to his application: his own acts under {@code /room/api}, and of the
 * common interface, under {@code /room/v1}, the few things the room shows. Every change must carry a header no foreign page can send.
 */
final class RoomDoor extends OncePerRequestFilter {

    static final String COOKIE = "SHOUXIN_ROOM";
    static final String VISITOR = "shouxin.room.visitor";
    private static final Set<String> OPEN = Set.of("/room/api/entry", "/room/api/fresh-link");
    /** Open to customers and guarantors alike; of the rest each has his own. */
    private static final Set<String> BOTH = Set.of("/room/api/visit", "/room/api/exit");
    private static final Pattern SHARED = Pattern.compile("/room/v1/(?:applications/([A-Z0-9-]+)/(checklist|documents|draft)|(offers|agreements)"
            + "|documents/([A-Z0-9-]+)(?:/content|/findings)?)");

    private final RoomDesk rooms;
    private final DocumentDesk documents;
    private final IdentityService identity;
    private final RefusalNotice notice;
    private final ObjectMapper json;

    RoomDoor(RoomDesk rooms, DocumentDesk documents, IdentityService identity, RefusalNotice notice, ObjectMapper json) {
        this.rooms = rooms;
        this.documents = documents;
        this.identity = identity;
        this.notice = notice;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean act = path.startsWith("/room/api/") || path.startsWith("/room/v1/");
        if (act && !request.getMethod().equals("GET") && request.getHeader("X-Room") == null) {
            answer(response, request, 403, "NOT_ALLOWED");
            return;
        }
        if (!act || OPEN.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<RoomInvitation> visitor = session(request).flatMap(rooms::visitor);
        if (visitor.isEmpty()) {
            answer(response, request, 401, "ROOM_SESSION_OVER");
            return;
        }
        boolean guarantors = path.startsWith("/room/api/guarantee");
        if (!BOTH.contains(path) && guarantors != visitor.get().guarantee().isPresent()) {
            answer(response, request, 404, "NOT_FOUND");
            return;
        }
        Optional<HttpServletRequest> inside = path.startsWith("/room/v1/") ? shared(request, path, visitor.get()) : Optional.of(request);
        if (inside.isEmpty()) {
            answer(response, request, 404, "NOT_FOUND");
            return;
        }
        request.setAttribute(VISITOR, visitor.get());
        List<String> tenants = identity.createTenantQuery().groupMember(Role.APPLICANT.groupId()).list().stream().map(Tenant::getId).toList();
        identity.setAuthentication(visitor.get().person().value(), List.of(Role.APPLICANT.groupId()), tenants);
        try {
            chain.doFilter(inside.get(), response);
        } finally {
            identity.clearAuthentication();
        }
    }

    static Optional<String> session(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    /** The request as the common interface knows it, when it is about his application; empty otherwise. */
    private Optional<HttpServletRequest> shared(HttpServletRequest request, String path, RoomInvitation visitor) {
        Matcher asked = SHARED.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        String application = visitor.application().value();
        boolean upload = request.getMethod().equals("POST") && "documents".equals(asked.group(2))
                || request.getMethod().equals("PUT") && "draft".equals(asked.group(2));
        boolean own = asked.group(1) != null ? asked.group(1).equals(application)
                : asked.group(3) != null ? application.equals(request.getParameter("applicationId"))
                : documents.find(new DocumentId(asked.group(4))).filter(document -> document.subject().equals(application)).isPresent();
        boolean first = upload && visitor.policyAcceptedAt().isEmpty();
        return own && !first && (upload || request.getMethod().equals("GET"))
                ? Optional.of(new Elsewhere(request, "/api/v1/" + path.substring("/room/v1/".length()))) : Optional.empty();
    }

    private void answer(HttpServletResponse response, HttpServletRequest request, int status, String code) throws IOException {
        Map<String, Object> body = notice.body(List.of(Refusal.of(code)), request.getLocale());
        body.put("status", status);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body);
    }

    /** The same request under another path. */
    private static final class Elsewhere extends HttpServletRequestWrapper {

        private final String path;

        private Elsewhere(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
