package com.humantraffickingexperts.lti.admin.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.database.Ids;

/** Who is signed in where, since when, and when they last proved who they are. */
@Component
public class AdminSessions {

	/** For how long a proof of identity counts when something cannot be undone. */
	public static final Duration PROOF = Duration.ofMinutes(5);

	private static final String ADMINISTRATOR = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	private static final String SIGNED_IN_AT = "signedInAt";

	private static final String PROVED_AT = "provedAt";

	private static final String BROWSER = "browser";

	private static final int LONGEST_BROWSER = 300;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final AdminSettings settings;

	private final Clock clock;

	AdminSessions(FindByIndexNameSessionRepository<? extends Session> sessions, AdminSettings settings, Clock clock) {
		this.sessions = sessions;
		this.settings = settings;
		this.clock = clock;
	}

	/** Begins a session. Whatever the browser had before ends, its id with it. */
	void begin(HttpServletRequest request, AdministratorId administrator) {
		end(request);
		Instant now = this.clock.instant();
		HttpSession session = request.getSession(true);
		session.setAttribute(ADMINISTRATOR, administrator.value());
		session.setAttribute(SIGNED_IN_AT, now);
		session.setAttribute(PROVED_AT, now);
		String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
		session.setAttribute(BROWSER, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
	}

	/** Notes that the person has just proved who they are. */
	void proved(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.setAttribute(PROVED_AT, this.clock.instant());
		}
	}

	/** Whether the person proved within the last minutes who they are. */
	boolean provedLately(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(PROVED_AT) instanceof Instant at
				&& at.plus(PROOF).isAfter(this.clock.instant());
	}

	/** Whose session the request brings, unless it is too old. */
	Optional<AdministratorId> administrator(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ADMINISTRATOR) instanceof String id)
				|| !(session.getAttribute(SIGNED_IN_AT) instanceof Instant at)) {
			return Optional.empty();
		}
		return at.plus(this.settings.sessionLongest()).isAfter(this.clock.instant())
				? Optional.of(new AdministratorId(id)) : Optional.empty();
	}

	void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/**
	 * Where somebody is signed in.
	 * @param administrator who
	 * @param request the request in which it is asked
	 * @return this session first, then the others, the one used last before the rest
	 */
	public List<SignedIn> of(AdministratorId administrator, HttpServletRequest request) {
		String current = sessionId(request);
		return this.sessions.findByPrincipalName(administrator.value())
			.values()
			.stream()
			.filter((session) -> !session.isExpired())
			.map((session) -> signedIn(session, session.getId().equals(current)))
			.sorted(Comparator.comparing(SignedIn::current)
				.reversed()
				.thenComparing(SignedIn::lastUsedAt, Comparator.reverseOrder()))
			.toList();
	}

	private static SignedIn signedIn(Session session, boolean current) {
		return new SignedIn(Ids.derived("session", session.getId()),
				Objects.requireNonNullElse(session.<Instant>getAttribute(SIGNED_IN_AT), session.getCreationTime()),
				session.getLastAccessedTime(), Objects.requireNonNullElse(session.<String>getAttribute(BROWSER), ""),
				current);
	}

	/**
	 * Ends one other session.
	 * @param administrator whose
	 * @param id our name for it
	 * @param request the request in which it is asked; its own session stays
	 * @return whether there was one
	 */
	public boolean endOther(AdministratorId administrator, String id, HttpServletRequest request) {
		String current = sessionId(request);
		List<String> found = this.sessions.findByPrincipalName(administrator.value())
			.keySet()
			.stream()
			.filter((session) -> !session.equals(current) && Ids.derived("session", session).equals(id))
			.toList();
		found.forEach(this.sessions::deleteById);
		return !found.isEmpty();
	}

	/**
	 * Ends all other sessions.
	 * @param administrator whose
	 * @param request the request in which it is asked; its own session stays if it is
	 * that person's
	 */
	public void endOthers(AdministratorId administrator, HttpServletRequest request) {
		String current = sessionId(request);
		this.sessions.findByPrincipalName(administrator.value())
			.keySet()
			.stream()
			.filter((session) -> !session.equals(current))
			.forEach(this.sessions::deleteById);
	}

	private static @Nullable String sessionId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session == null) ? null : session.getId();
	}

	/**
	 * A browser in which somebody is signed in.
	 *
	 * @param id our name for the session; not its secret
	 * @param signedInAt since when
	 * @param lastUsedAt when it was last used
	 * @param browser what the browser says of itself
	 * @param current whether it is the one that asks
	 */
	public record SignedIn(String id, Instant signedInAt, Instant lastUsedAt, String browser, boolean current) {
	}

}
