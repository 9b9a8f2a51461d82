package com.humantraffickingexperts.lti.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.registration.Deployment;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/** The registrations that an administrator may see, with how each of them is. */
@Component
class RegistrationOverview {

	private final RegistrationStore registrations;

	private final Deployments deployments;

	private final Institutions institutions;

	private final Users users;

	private final ClaimsSeen claims;

	private final Clock clock;

	RegistrationOverview(RegistrationStore registrations, Deployments deployments, Institutions institutions,
			Users users, ClaimsSeen claims, Clock clock) {
		this.registrations = registrations;
		this.deployments = deployments;
		this.institutions = institutions;
		this.users = users;
		this.claims = claims;
		this.clock = clock;
	}

	/** Those that need somebody first, then by name. */
	List<Row> rows(Administrator administrator) {
		Map<RegistrationId, Long> waiting = this.deployments.waiting()
			.stream()
			.collect(Collectors.groupingBy(Deployment::registration, Collectors.counting()));
		Map<InstitutionId, String> names = this.institutions.all()
			.stream()
			.collect(Collectors.toMap(Institution::id, Institution::name));
		Map<RegistrationId, Instant> launches = this.claims.lastLaunches();
		return this.registrations.all(administrator.institution())
			.stream()
			.map((managed) -> row(managed, waiting.getOrDefault(managed.id(), 0L),
					institution(names, managed.registration()), launches.get(managed.id())))
			.sorted(Comparator.comparing(Row::status).thenComparing((row) -> row.name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	private static @Nullable String institution(Map<InstitutionId, String> names, Registration registration) {
		return (registration.institution() == null) ? null : names.get(registration.institution());
	}

	/** One of them, with all that is known; empty when it may not be seen. */
	Optional<ManagedRegistration> find(Administrator administrator, String id) {
		return Optional.of(id)
			.filter((text) -> text.matches("[a-z0-9]{1,64}"))
			.map(RegistrationId::new)
			.flatMap(this.registrations::find)
			.filter((managed) -> administrator.mayManage(managed.registration().institution()));
	}

	Row row(ManagedRegistration managed) {
		InstitutionId institution = managed.registration().institution();
		long waiting = this.deployments.of(managed.id())
			.stream()
			.filter((deployment) -> deployment.state() == Deployment.State.WAITING)
			.count();
		return row(managed, waiting,
				(institution == null) ? null : this.institutions.find(institution).map(Institution::name).orElse(null),
				this.claims.lastLaunches().get(managed.id()));
	}

	private Row row(ManagedRegistration managed, long waiting, @Nullable String institution,
			@Nullable Instant lastLaunch) {
		Integer seats = managed.registration().terms().seats();
		int taken = (seats == null) ? 0 : this.users.seatsTaken(managed.id());
		return new Row(managed, RegistrationStatus.of(managed, this.clock.instant(), taken, waiting), waiting, seats,
				taken, institution, lastLaunch);
	}

	/**
	 * A registration among others.
	 *
	 * @param managed the registration
	 * @param status how it is
	 * @param waiting how many deployments wait
	 * @param seats how many learners may come, or null for any number
	 * @param taken how many came; 0 where any number may
	 * @param institution the institution's name, or null
	 * @param lastLaunch when somebody last came in, or null
	 */
	record Row(ManagedRegistration managed, RegistrationStatus status, long waiting, @Nullable Integer seats, int taken,
			@Nullable String institution, @Nullable Instant lastLaunch) {

		public String name() {
			return this.managed.registration().name();
		}

		public String path() {
			return "/admin/registrations/" + this.managed.id();
		}

		public PlatformFamily family() {
			PlatformFamily family = this.managed.registration().family();
			return (family == null) ? PlatformFamily.GENERIC : family;
		}

		/** Whether a search for some words finds it. */
		boolean fits(String words, @Nullable RegistrationStatus wanted) {
			Registration registration = this.managed.registration();
			String all = String
				.join(" ", name(), String.valueOf(this.institution), registration.issuer(), registration.clientId())
				.toLowerCase(Locale.ROOT);
			return (wanted == null || wanted == this.status) && words.toLowerCase(Locale.ROOT)
				.lines()
				.flatMap((line) -> java.util.Arrays.stream(line.split("\\s+")))
				.allMatch(all::contains);
		}

	}

}
