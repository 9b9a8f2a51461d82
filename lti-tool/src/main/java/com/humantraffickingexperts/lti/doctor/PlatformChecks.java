package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.keys.KeySetProbe.SeenKey;
import com.humantraffickingexperts.lti.platform.TokenProbe.State;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/** What the platform's own answers mean. */
final class PlatformChecks {

	/** From here on somebody should look at a clock. */
	static final Duration CLOCK_CARE = Duration.ofSeconds(30);

	/** Moodle's messages live for so long, and new Sakai servers refuse beyond it. */
	private static final Duration CLOCK_FAILED_SOON = Duration.ofSeconds(60);

	/** The tool's own leeway for messages from the future. */
	private static final Duration CLOCK_FAILED = Duration.ofSeconds(150);

	private PlatformChecks() {
	}

	static Finding keySet(Registration registration, KeySetReport report) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("address", registration.keySource());
		if (report.status() != null) {
			facts.put("status", report.status().toString());
		}
		for (SeenKey key : report.keys()) {
			facts.put("key " + Objects.requireNonNullElse(key.kid(), "?"), key.type() + " " + key.bits() + " "
					+ Objects.requireNonNullElse(key.algorithm(), "-") + (key.usable() ? "" : " (not usable)"));
		}
		return keySet(report).with(facts);
	}

	private static Finding keySet(KeySetReport report) {
		return switch (report.state()) {
			case READ -> {
				List<SeenKey> usable = report.keys().stream().filter(SeenKey::usable).toList();
				yield usable.isEmpty() ? Finding.red(Check.KEY_SET, "no-key", Integer.toString(report.keys().size()))
						: Finding.green(Check.KEY_SET, "well", Integer.toString(usable.size()),
								Integer.toString(usable.stream().mapToInt(SeenKey::bits).min().orElse(0)));
			}
			case GIVEN -> Finding.green(Check.KEY_SET, "given", Integer.toString(report.keys().getFirst().bits()));
			case UNREADABLE -> Finding.red(Check.KEY_SET, "unreadable");
			case REFUSED -> Finding.red(Check.KEY_SET, "status", String.valueOf(report.status()));
			case UNREACHABLE -> Finding.red(Check.KEY_SET, "unreachable");
			case TIMEOUT -> Finding.red(Check.KEY_SET, "late");
			case ADDRESS_REFUSED -> Finding.red(Check.KEY_SET, "address");
		};
	}

	static Finding token(Registration registration, Map<String, TokenReport> reports) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("address", registration.tokenEndpoint().toString());
		facts.put("audience", registration.tokenAudience());
		facts.put("client_id", registration.clientId());
		reports.forEach((scope, report) -> facts.put(ServiceScopes.shortName(scope), words(scope, report)));
		return token(reports).with(facts);
	}

	private static String words(String scope, TokenReport report) {
		if (report.state() == State.GRANTED) {
			return report.granted().contains(scope) ? "granted" : "not granted";
		}
		String status = (report.status() == null) ? "" : " " + report.status();
		String error = (report.error() == null) ? "" : " " + report.error();
		String description = (report.description() == null) ? "" : ": " + report.description();
		return report.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + status + error
				+ description;
	}

	private static Finding token(Map<String, TokenReport> reports) {
		Map<State, TokenReport> byState = reports.values()
			.stream()
			.collect(Collectors.toMap(TokenReport::state, (report) -> report, (first, second) -> first));
		TokenReport refused = byState.get(State.REFUSED);
		if (refused != null) {
			return Finding.red(Check.TOKEN, "refused",
					Objects.requireNonNullElse(refused.error(), String.valueOf(refused.status())),
					Objects.requireNonNullElse(refused.description(), "-"));
		}
		List<String> missing = missing(reports);
		if (!byState.containsKey(State.GRANTED) && !byState.containsKey(State.SCOPE_REFUSED)) {
			return silent(byState.keySet().iterator().next(), byState.values().iterator().next());
		}
		if (byState.containsKey(State.THROTTLED)) {
			return Finding.amber(Check.TOKEN, "throttled");
		}
		if (missing.contains(ServiceScopes.SCORE)) {
			return Finding.red(Check.TOKEN, "no-score");
		}
		List<String> forGrades = missing.stream().filter(ServiceScopes.GRADES::contains).toList();
		return forGrades.isEmpty() ? Finding.green(Check.TOKEN, "well", Integer.toString(reports.size()))
				: Finding.amber(Check.TOKEN, "some", names(forGrades));
	}

	private static Finding silent(State state, TokenReport report) {
		return switch (state) {
			case THROTTLED -> Finding.amber(Check.TOKEN, "throttled");
			case FAILED -> Finding.red(Check.TOKEN, "failed", String.valueOf(report.status()));
			case UNREADABLE -> Finding.red(Check.TOKEN, "unreadable");
			case TIMEOUT -> Finding.red(Check.TOKEN, "late");
			case ADDRESS_REFUSED -> Finding.red(Check.TOKEN, "address");
			case GRANTED, SCOPE_REFUSED, REFUSED, UNREACHABLE -> Finding.red(Check.TOKEN, "unreachable");
		};
	}

	/** The scopes of which it is known that they are not granted. */
	static List<String> missing(Map<String, TokenReport> reports) {
		return reports.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().state() == State.SCOPE_REFUSED
					|| (entry.getValue().state() == State.GRANTED
							&& !entry.getValue().granted().contains(entry.getKey())))
			.map(Map.Entry::getKey)
			.toList();
	}

	static String names(List<String> scopes) {
		return scopes.stream().map(ServiceScopes::shortName).collect(Collectors.joining(", "));
	}

	static Finding clock(@Nullable PlatformFamily family, @Nullable Duration ahead) {
		if (ahead == null) {
			return Finding.amber(Check.CLOCK, "unknown");
		}
		long seconds = Math.round(ahead.toMillis() / 1000.0);
		Map<String, String> facts = Map.of("ahead", seconds + " s");
		Duration difference = ahead.abs();
		String what = ahead.isNegative() ? "behind" : "ahead";
		String size = Long.toString(Math.abs(seconds));
		if (difference.compareTo(failed(family)) >= 0) {
			return Finding.red(Check.CLOCK, what, size).with(facts);
		}
		if (difference.compareTo(CLOCK_CARE) >= 0) {
			return Finding.amber(Check.CLOCK, what, size).with(facts);
		}
		return Finding.green(Check.CLOCK, "well", size).with(facts);
	}

	private static Duration failed(@Nullable PlatformFamily family) {
		return (family == PlatformFamily.MOODLE || family == PlatformFamily.SAKAI) ? CLOCK_FAILED_SOON : CLOCK_FAILED;
	}

}
