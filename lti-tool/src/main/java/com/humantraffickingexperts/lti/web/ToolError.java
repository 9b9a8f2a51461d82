package com.humantraffickingexperts.lti.web;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something went wrong that a person has to hear of. Thrown where it is found, worded
 * once at the edge: an accessible page (or {@code application/problem+json}) with the
 * code, the next step and a reference that the log holds too.
 */
public class ToolError extends RuntimeException {

	private final transient ErrorCode code;

	private final transient Map<String, String> facts;

	private final @Nullable String returnUrl;

	private final @Nullable Duration retryAfter;

	/**
	 * An error without further facts.
	 * @param code what kind of error it is
	 */
	public ToolError(ErrorCode code) {
		this(code, Map.of(), null, null, null);
	}

	/**
	 * An error with facts for the log.
	 * @param code what kind of error it is
	 * @param facts what an operator needs to find the cause; never a token, a name or an
	 * answer
	 */
	public ToolError(ErrorCode code, Map<String, String> facts) {
		this(code, facts, null, null, null);
	}

	/**
	 * An error with everything that can be said of it.
	 * @param code what kind of error it is
	 * @param facts what an operator needs to find the cause; never a token, a name or an
	 * answer
	 * @param returnUrl the validated way back to the platform, if it is known
	 * @param retryAfter when it makes sense to try again, if it does
	 * @param cause the underlying failure, for the log only
	 */
	public ToolError(ErrorCode code, Map<String, String> facts, @Nullable String returnUrl,
			@Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(code.code(), cause, true, cause != null);
		this.code = code;
		this.facts = Map.copyOf(facts);
		this.returnUrl = returnUrl;
		this.retryAfter = retryAfter;
	}

	/**
	 * What kind of error this is.
	 * @return the code
	 */
	public ErrorCode code() {
		return this.code;
	}

	/**
	 * What an operator needs to find the cause.
	 * @return facts for the log, by name
	 */
	public Map<String, String> facts() {
		return this.facts;
	}

	/**
	 * The way back to the platform.
	 * @return a validated http or https address, or null when none is known
	 */
	public @Nullable String returnUrl() {
		return this.returnUrl;
	}

	/**
	 * When it makes sense to try again.
	 * @return the time to wait, or null when waiting does not help
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
