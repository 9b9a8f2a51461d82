package com.humantraffickingexperts.lti.admin.entry;

import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * The console's sessions: in the database, so that any node answers the next request, and
 * for {@code /admin} only, so that launches never touch them.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

	private static final String PATH = "/admin/*";

	/** What a session may hold when it is read back; anything else is refused. */
	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
			"java.lang.*;java.time.*;java.util.*;java.util.concurrent.*;java.net.URI;org.springframework.security.**;"
					+ "org.springframework.util.*;org.springframework.web.servlet.FlashMap;"
					+ "com.humantraffickingexperts.lti.admin.**;maxdepth=20;maxrefs=2000;maxbytes=262144;!*");

	@Bean
	JdbcIndexedSessionRepository adminSessionRepository(JdbcOperations jdbc, PlatformTransactionManager transactions,
			AdminSettings settings) {
		TransactionTemplate own = new TransactionTemplate(transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, own);
		new MySqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
		sessions.setConversionService(conversion());
		sessions.setCleanupCron(Scheduled.CRON_DISABLED);
		return sessions;
	}

	private static GenericConversionService conversion() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversion.addConverter(byte[].class, Object.class, new DeserializingConverter((bytes) -> {
			try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
				objects.setObjectInputFilter(KNOWN);
				return objects.readObject();
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException("A session holds something unknown", ex);
			}
		}));
		return conversion;
	}

	@Bean
	FilterRegistrationBean<SessionRepositoryFilter<?>> adminSessionFilter(JdbcIndexedSessionRepository sessions,
			ToolAddress address) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(address.secure() ? "__Host-htmse_admin" : "htmse_admin");
		cookie.setCookiePath("/");
		cookie.setUseSecureCookie(address.secure());
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
		ids.setCookieSerializer(cookie);
		SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
		filter.setHttpSessionIdResolver(ids);
		FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(PATH);
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

	@Bean
	RecurringTask<Void> forgetAdminSessions(JdbcIndexedSessionRepository sessions) {
		return Tasks.recurring("forget-admin-sessions", FixedDelay.of(Duration.ofMinutes(10)))
			.execute((instance, context) -> sessions.cleanUpExpiredSessions());
	}

}
