package com.humantraffickingexperts.lti.doctor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.humantraffickingexperts.lti.grades.GradeEvidence;
import com.humantraffickingexperts.lti.inspector.LaunchEvidence;
import com.humantraffickingexperts.lti.platform.TokenProbe.State;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/** What launches and grades have shown so far. */
final class EvidenceChecks {

	private EvidenceChecks() {
	}

	static Finding scopes(Registration registration, Map<String, TokenReport> reports,
			LaunchEvidence.Evidence launches) {
		Map<String, String> facts = new LinkedHashMap<>();
		if (launches.accepted() != null) {
			facts.put("offered in launches", PlatformChecks.names(launches.scopes().stream().sorted().toList()));
		}
		return scopesFound(registration, reports, launches).with(facts);
	}

	/**
	 * Sakai lists every scope in its launches, whatever is allowed: there only tokens
	 * count.
	 */
	private static Finding scopesFound(Registration registration, Map<String, TokenReport> reports,
			LaunchEvidence.Evidence launches) {
		if (launches.accepted() != null && registration.family() != PlatformFamily.SAKAI
				&& !launches.scopes().contains(ServiceScopes.SCORE)) {
			return Finding.red(Check.SCOPES, "not-offered");
		}
		if (reports.values()
			.stream()
			.noneMatch((report) -> report.state() == State.GRANTED || report.state() == State.SCOPE_REFUSED)) {
			return Finding.amber(Check.SCOPES, "unknown");
		}
		List<String> missing = PlatformChecks.missing(reports);
		if (missing.contains(ServiceScopes.SCORE)) {
			return Finding.red(Check.SCOPES, "no-score");
		}
		if (missing.equals(List.of(ServiceScopes.MEMBERSHIPS))) {
			return Finding.amber(Check.SCOPES, "no-members");
		}
		return missing.isEmpty() ? Finding.green(Check.SCOPES, "well", Integer.toString(reports.size()))
				: Finding.amber(Check.SCOPES, "some", PlatformChecks.names(missing));
	}

	static Finding deepLinking(LaunchEvidence.Evidence launches) {
		return (launches.deepLinking() == null) ? Finding.amber(Check.DEEP_LINKING, "unseen")
				: Finding.green(Check.DEEP_LINKING, "well").with(at(launches.deepLinking()));
	}

	static Finding names(Registration registration, LaunchEvidence.Evidence launches) {
		Map<String, String> facts = (launches.accepted() == null) ? Map.of() : Map.of("user id",
				arrives(launches.subjects()), "name", arrives(launches.names()), "e-mail", arrives(launches.emails()));
		return namesFound(registration, launches).with(facts);
	}

	private static Finding namesFound(Registration registration, LaunchEvidence.Evidence launches) {
		if (launches.accepted() == null) {
			return Finding.amber(Check.NAMES, "unseen");
		}
		if (!launches.subjects()) {
			return Finding.red(Check.NAMES, "nobody");
		}
		if (registration.terms().pseudonymous()) {
			return Finding.green(Check.NAMES, "pseudonymous");
		}
		if (!launches.names()) {
			return Finding.amber(Check.NAMES, "no-names");
		}
		return Finding.green(Check.NAMES, launches.emails() ? "emails-too" : "well");
	}

	private static String arrives(boolean seen) {
		return seen ? "arrives" : "does not arrive";
	}

	static Finding launch(LaunchEvidence.Evidence launches) {
		if (launches.accepted() != null) {
			return (launches.refused() == null) ? Finding.green(Check.LAUNCH, "well").with(at(launches.accepted()))
					: Finding.green(Check.LAUNCH, "well-but", String.valueOf(launches.refusedCode()))
						.with(at(launches.accepted()));
		}
		return (launches.refused() == null) ? Finding.amber(Check.LAUNCH, "unseen")
				: Finding.red(Check.LAUNCH, "refused", String.valueOf(launches.refusedCode()))
					.with(at(launches.refused()));
	}

	static Finding grade(GradeEvidence.Evidence grades) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("on their way", Long.toString(grades.waiting()));
		facts.put("refused", Long.toString(grades.refused()));
		return gradeFound(grades).with(facts);
	}

	private static Finding gradeFound(GradeEvidence.Evidence grades) {
		Instant accepted = grades.accepted();
		if (grades.reason() != null
				&& (accepted == null || Objects.requireNonNull(grades.refusedAt()).isAfter(accepted))) {
			return Finding.red(Check.GRADE, "refused", grades.reason().messageKey());
		}
		if (accepted != null) {
			return Finding.green(Check.GRADE, "well").with(at(accepted));
		}
		return (grades.waiting() > 0) ? Finding.amber(Check.GRADE, "waiting", Long.toString(grades.waiting()))
				: Finding.amber(Check.GRADE, "unseen");
	}

	static Finding frame(LaunchEvidence.Evidence launches) {
		return switch (launches.frame()) {
			case UNSEEN -> Finding.amber(Check.FRAME, "unseen");
			case WINDOW -> Finding.green(Check.FRAME, "window");
			case COOKIE -> Finding.green(Check.FRAME, "cookie");
			case STORAGE -> Finding.green(Check.FRAME, "storage");
			case FOREIGN -> Finding.red(Check.FRAME, "foreign");
		};
	}

	private static Map<String, String> at(Instant instant) {
		return Map.of("last", instant.toString());
	}

}
