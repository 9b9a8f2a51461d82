package com.humantraffickingexperts.lti.stories;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/** An operator who has signed in to the console. */
final class SignedInOperator {

	private final ToolAndPlatform world;

	private final Page page;

	private SignedInOperator(ToolAndPlatform world, Page page) {
		this.world = world;
		this.page = page;
	}

	/** Signs in by the back door: how people sign in is told elsewhere. */
	static SignedInOperator operator(ToolAndPlatform world, BrowserContext browser) {
		Instant now = world.bean(Clock.class).instant();
		String id = Ids.inTimeOrder(now);
		world.bean(JdbcClient.class).sql("""
				insert into administrator (id, name, email, email_key, role, joined_at, created_at, updated_at)
				values (:id, 'Oona Operator', :email, :email, 'OPERATOR', :now, :now, :now)
				""").param("id", id).param("email", id + "@htmse.example").param("now", Utc.of(now)).update();
		browser.addCookies(
				List.of(new Cookie("htmse_admin", session(world, id, now)).setUrl(world.toolAddress().toString())));
		return new SignedInOperator(world, browser.newPage());
	}

	@SuppressWarnings("unchecked")
	private static String session(ToolAndPlatform world, String administrator, Instant now) {
		FindByIndexNameSessionRepository<Session> sessions = world.bean(FindByIndexNameSessionRepository.class);
		Session session = sessions.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, administrator);
		session.setAttribute("signedInAt", now);
		session.setAttribute("provedAt", now);
		sessions.save(session);
		return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
	}

	Page open(String path) {
		this.page.navigate(this.world.toolAddress() + path);
		return this.page;
	}

}
