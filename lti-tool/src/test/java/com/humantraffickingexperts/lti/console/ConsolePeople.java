package com.humantraffickingexperts.lti.console;

import java.time.Instant;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;

/**
 * People who are signed in to the console without having proved anything. Not marked as a
 * component, so that the tool itself never finds it.
 */
public class ConsolePeople {

	private final JdbcClient jdbc;

	private final Institution college;

	private final String operator;

	private final String administrator;

	ConsolePeople(JdbcClient jdbc, Institutions institutions) {
		this.jdbc = jdbc;
		this.college = institutions.add("Example College");
		this.operator = account("Olu Operator", "OPERATOR", null);
		this.administrator = account("Ines Institution", "INSTITUTION", this.college.id().value());
	}

	private String account(String name, String role, @Nullable String institution) {
		Instant now = Instant.now();
		String id = Ids.inTimeOrder(now);
		this.jdbc.sql("""
				insert into administrator (id, name, email, email_key, role, institution_id, joined_at, created_at,
				  updated_at)
				values (:id, :name, :email, :email, :role, :institution, :now, :now, :now)
				""")
			.param("id", id)
			.param("name", name)
			.param("email", role + "@example.org")
			.param("role", role)
			.param("institution", institution)
			.param("now", Utc.of(now))
			.update();
		return id;
	}

	/** The institution that the institution administrator looks after. */
	Institution college() {
		return this.college;
	}

	MockHttpSession operator() {
		return signedIn(new MockHttpSession(), this.operator, Instant.now());
	}

	/** An operator who proved who they are too long ago. */
	MockHttpSession tiredOperator() {
		return signedIn(new MockHttpSession(), this.operator, Instant.now().minusSeconds(3600));
	}

	MockHttpSession institution() {
		return signedIn(new MockHttpSession(), this.administrator, Instant.now());
	}

	/** Signs in whoever opens {@code /admin/sign-in/test/operator}. */
	@Bean
	static FilterRegistrationBean<Filter> testSignIn(ObjectProvider<ConsolePeople> people) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			HttpServletRequest http = (HttpServletRequest) request;
			ConsolePeople known = people.getObject();
			signedIn(http.getSession(true),
					http.getRequestURI().endsWith("operator") ? known.operator : known.administrator, Instant.now());
			response.getWriter().print("signed in");
		});
		registration.addUrlPatterns("/admin/sign-in/test/*");
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return registration;
	}

	private static <S extends HttpSession> S signedIn(S session, String id, Instant provedAt) {
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, id);
		session.setAttribute("signedInAt", Instant.now());
		session.setAttribute("provedAt", provedAt);
		return session;
	}

}
