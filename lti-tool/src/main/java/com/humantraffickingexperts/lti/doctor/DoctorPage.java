package com.humantraffickingexperts.lti.doctor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * The doctor's page of one registration.
 *
 * @param name the registration's name
 * @param registrationPath the registration's own page
 * @param path this page
 * @param guide the section of the documentation that says more
 * @param examinedAt when it was examined last; null when it never was
 * @param health the worst finding; null when it never was examined
 * @param rows the findings
 * @param alerts the canary's alerts, the newest first
 */
record DoctorPage(String name, String registrationPath, String path, String guide, @Nullable ZonedDateTime examinedAt,
		@Nullable Health health, List<Row> rows, List<AlertRow> alerts) {

	static DoctorPage of(Registration registration, @Nullable Examination examination, List<Alert> alerts) {
		PlatformFamily family = (registration.family() == null) ? PlatformFamily.GENERIC : registration.family();
		String familyName = family.name().toLowerCase(Locale.ROOT);
		return new DoctorPage(registration.name(), "/admin/registrations/" + registration.id(),
				DoctorController.path(registration.id()),
				(family == PlatformFamily.GENERIC) ? "/admin/help/platforms#what-the-doctor-checks"
						: "/admin/help/" + familyName + "#doctor",
				(examination == null) ? null : utc(examination.at()),
				(examination == null) ? null : Health.worst(examination.findings()),
				(examination == null) ? List.of()
						: examination.findings().stream().map((finding) -> Row.of(finding, familyName)).toList(),
				alerts.stream().map(AlertRow::of).toList());
	}

	private static ZonedDateTime utc(Instant instant) {
		return instant.atZone(ZoneOffset.UTC);
	}

	/**
	 * A finding.
	 *
	 * @param finding what was found
	 * @param key the beginning of the keys of its words
	 * @param foundKey the key of the sentence that says what was found
	 * @param fixKey the key of the remedy in this platform
	 * @param generalFixKey the key of the remedy in any platform
	 */
	record Row(Finding finding, String key, String foundKey, String fixKey, String generalFixKey) {

		private static final String REASON = "grades.reason.";

		static Row of(Finding finding, String family) {
			String key = "doctor." + finding.check().name().toLowerCase(Locale.ROOT).replace('_', '-');
			return new Row(finding, key, key + ".found." + finding.what(), key + ".fix." + family, key + ".fix");
		}

		/**
		 * What stands in the sentence; a reason of the gradebook's is a sentence itself.
		 */
		public Object[] arguments() {
			return this.finding.arguments().stream().map(Row::argument).toArray();
		}

		private static Object argument(String argument) {
			if (argument.startsWith(REASON)) {
				return new DefaultMessageSourceResolvable(argument);
			}
			return argument.matches("[0-9]{1,9}") ? Integer.valueOf(argument) : argument;
		}

		public boolean well() {
			return this.finding.health() == Health.GREEN;
		}

	}

	/**
	 * An alert.
	 *
	 * @param raised when it was raised
	 * @param cleared when all was well again; null while it is not
	 * @param rows what was wrong
	 */
	record AlertRow(ZonedDateTime raised, @Nullable ZonedDateTime cleared, List<Row> rows) {

		static AlertRow of(Alert alert) {
			return new AlertRow(utc(alert.raisedAt()), (alert.clearedAt() == null) ? null : utc(alert.clearedAt()),
					alert.findings().stream().map((finding) -> Row.of(finding, "generic")).toList());
		}

	}

}
