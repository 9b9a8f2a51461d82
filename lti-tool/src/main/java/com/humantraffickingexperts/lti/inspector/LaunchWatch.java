package com.humantraffickingexperts.lti.inspector;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchObserver;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.launch.LaunchTrace;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.web.ErrorObserver;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Notices each login and launch, and hands its record to {@link RecordWriter}. Never gets
 * into the way of the request.
 */
@Component
class LaunchWatch implements LaunchObserver, ErrorObserver {

	private static final Logger logger = LoggerFactory.getLogger(LaunchWatch.class);

	private final RecordMaker maker;

	private final RecordAllowance allowance;

	private final RecordWriter writer;

	LaunchWatch(RecordMaker maker, RecordAllowance allowance, RecordWriter writer) {
		this.maker = maker;
		this.allowance = allowance;
		this.writer = writer;
	}

	@Override
	public void accepted(HttpServletRequest request, LaunchTrace trace, CurrentLaunch launch) {
		if (allowed(trace, true)) {
			kept(() -> this.writer.write(this.maker.accepted(request, trace)));
		}
	}

	@Override
	public void answered(HttpServletRequest request, ToolError error, String reference) {
		LaunchTrace.of(request).ifPresent((trace) -> {
			if (allowed(trace, false)) {
				kept(() -> this.writer.write(this.maker.refused(request, trace, error, reference)));
			}
		});
	}

	private boolean allowed(LaunchTrace trace, boolean accepted) {
		Registration registration = trace.registration();
		boolean allowed = this.allowance.take((registration == null) ? null : registration.id(), accepted,
				trace.steps().contains(LaunchStep.ISSUER));
		if (!allowed) {
			this.writer.omit((registration == null) ? null : registration.id(), accepted);
		}
		return allowed;
	}

	private static void kept(Runnable act) {
		try {
			act.run();
		}
		catch (RuntimeException ex) {
			logger.error("A launch could not be recorded for the inspector", ex);
		}
	}

}
