package com.humantraffickingexperts.lti.stories;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.InstitutionId;

/** An administrator who has signed in already, for stories about what comes after. */
final class SignedInAdministrator {

	private SignedInAdministrator() {
	}

	/**
	 * Signs somebody in.
	 * @param world the running tool
	 * @param browser the person's browser
	 * @param name the person's name
	 * @param institution whose administrator it is; null for an operator
	 */
	static void in(ToolAndPlatform world, BrowserContext browser, String name, @Nullable InstitutionId institution) {
		Instant now = world.bean(Clock.class).instant();
		String id = Ids.inTimeOrder(now);
		world.bean(JdbcClient.class)
			.sql("""
					insert into administrator (id, name, email, email_key, role, institution_id, password_hash, joined_at,
					  created_at, updated_at)
					values (:id, :name, :email, :email, :role, :institution, '-', :now, :now, :now)
					""")
			.param("id", id)
			.param("name", name)
			.param("email", id + "@example.org")
			.param("role", (institution == null) ? "OPERATOR" : "INSTITUTION")
			.param("institution", (institution == null) ? null : institution.value())
			.param("now", Utc.of(now))
			.update();
		String session = begun(world.bean(JdbcIndexedSessionRepository.class), id, now);
		browser.addCookies(List
			.of(new Cookie("htmse_admin", Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8)))
				.setUrl(world.toolAddress().toString())));
	}

	private static <S extends Session> String begun(FindByIndexNameSessionRepository<S> sessions, String administrator,
			Instant now) {
		S session = sessions.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, administrator);
		session.setAttribute("signedInAt", now);
		session.setAttribute("provedAt", now);
		session.setAttribute("browser", "");
		sessions.save(session);
		return session.getId();
	}

}
