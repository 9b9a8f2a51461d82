package com.humantraffickingexperts.sandbox.faults;

import java.time.Instant;

/**
 * A call to a service. Neither tokens nor assertions are kept.
 *
 * @param at when it came
 * @param service the service
 * @param method the HTTP method
 * @param path the path
 * @param query the query, without secrets; may be empty
 * @param accept the {@code Accept} header; may be empty
 * @param contentType the {@code Content-Type} header; may be empty
 * @param userAgent the {@code User-Agent} header; may be empty
 * @param body the body; empty for token requests
 * @param status the status of the answer; 0 where there was none
 */
public record RecordedRequest(Instant at, Service service, String method, String path, String query, String accept,
		String contentType, String userAgent, String body, int status) {
}
