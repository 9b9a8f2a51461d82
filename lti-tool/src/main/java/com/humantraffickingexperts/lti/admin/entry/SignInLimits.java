package com.humantraffickingexperts.lti.admin.entry;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.admin.AdminErrorCode;
import com.humantraffickingexperts.lti.admin.entry.JdbcThrottle.Limit;
import com.humantraffickingexperts.lti.web.ClientNetwork;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Bounds attempts to sign in. Passkeys are bounded by address only: nobody can guess one,
 * so nobody can lock an owner of one out by guessing passwords.
 */
@Configuration(proxyBeanMethods = false)
class SignInLimits {

	private final JdbcThrottle throttle;

	SignInLimits(JdbcThrottle throttle) {
		this.throttle = throttle;
	}

	/**
	 * Counts an attempt with a password, right or wrong.
	 * @return empty when it may go on, else how long to wait
	 */
	Optional<Duration> password(HttpServletRequest request, String email) {
		String account = email.toLowerCase(Locale.ROOT);
		return Stream
			.of(this.throttle.use(Limit.ADDRESS, ClientNetwork.of(request)),
					this.throttle.use(Limit.ACCOUNT_AND_ADDRESS, account, ClientNetwork.of(request)),
					this.throttle.use(Limit.ACCOUNT, account))
			.flatMap(Optional::stream)
			.max(Duration::compareTo);
	}

	/** Forgets the attempts that preceded the right password. */
	void succeeded(HttpServletRequest request, String email) {
		this.throttle.forget(Limit.ACCOUNT_AND_ADDRESS, email.toLowerCase(Locale.ROOT), ClientNetwork.of(request));
	}

	/**
	 * Counts an attempt that names no account.
	 * @throws ToolError when there were too many
	 */
	void attempt(HttpServletRequest request) {
		this.throttle.use(Limit.ADDRESS, ClientNetwork.of(request)).ifPresent((wait) -> {
			throw new ToolError(AdminErrorCode.SIGN_IN_TOO_OFTEN, Map.of(), null, wait, null);
		});
	}

	@Bean
	static RecurringTask<Void> forgetSignInAttempts(JdbcThrottle throttle) {
		return Tasks.recurring("forget-sign-in-attempts", FixedDelay.ofMinutes(30))
			.execute((instance, context) -> throttle.forgetWhole());
	}

}
