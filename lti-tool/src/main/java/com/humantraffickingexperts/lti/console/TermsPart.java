package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/** What was agreed with the institution. */
@Component
class TermsPart implements EditPart {

	/** Days begin and end where the tool is at home. */
	static final ZoneId HOME = ZoneId.of("Europe/London");

	private static final String INSTITUTION = "institution";

	private static final String FIRST_DAY = "firstDay";

	private static final String LAST_DAY = "lastDay";

	private static final String SEATS = "seats";

	private static final String OFFER = "offer";

	private static final String MODULES = "modules";

	private static final String DRAFTS = "drafts";

	private static final String LISTED = "listed";

	private static final int MOST_SEATS = 10_000_000;

	private final Institutions institutions;

	private final Catalog catalog;

	TermsPart(Institutions institutions, Catalog catalog) {
		this.institutions = institutions;
		this.catalog = catalog;
	}

	@Override
	public String name() {
		return "terms";
	}

	@Override
	public boolean operatorsOnly() {
		return true;
	}

	@Override
	public Map<String, Object> model(ManagedRegistration managed) {
		return Map.of("institutions", this.institutions.all(), MODULES, modules(managed));
	}

	/** Every module by its title; one that is no longer there by its id. */
	Map<String, String> modules(ManagedRegistration managed) {
		Map<String, String> modules = new LinkedHashMap<>();
		this.catalog.modules().forEach((module) -> modules.put(module.id(), module.title()));
		managed.registration().terms().modules().stream().sorted().forEach((id) -> modules.putIfAbsent(id, id));
		return modules;
	}

	@Override
	public ConsoleForm filled(ManagedRegistration managed) {
		Registration registration = managed.registration();
		RegistrationTerms terms = registration.terms();
		return ConsoleForm.empty()
			.put(INSTITUTION, (registration.institution() == null) ? null : registration.institution().value())
			.put(FIRST_DAY, (terms.validFrom() == null) ? null : firstDay(terms.validFrom()).toString())
			.put(LAST_DAY, (terms.validUntil() == null) ? null : lastDay(terms.validUntil()).toString())
			.put(SEATS, (terms.seats() == null) ? null : terms.seats().toString())
			.put(OFFER, terms.modules().isEmpty() ? "all" : LISTED)
			.put(DRAFTS, String.valueOf(terms.drafts()))
			.putAll(MODULES, terms.modules().stream().sorted().toList());
	}

	static LocalDate firstDay(Instant from) {
		return LocalDate.ofInstant(from, HOME);
	}

	/** The last day is a whole one. */
	static LocalDate lastDay(Instant until) {
		return LocalDate.ofInstant(until.minusNanos(1), HOME);
	}

	@Override
	public @Nullable RegistrationDraft read(ConsoleForm form, RegistrationDraft current) {
		LocalDate first = day(form, FIRST_DAY);
		LocalDate last = day(form, LAST_DAY);
		if (first != null && last != null && last.isBefore(first)) {
			form.wrong(LAST_DAY, "console.problem.order");
		}
		Integer seats = seats(form);
		Set<String> modules = Set.of();
		if (LISTED.equals(form.text(OFFER))) {
			modules = Set.copyOf(form.all(MODULES));
			if (modules.isEmpty()) {
				form.wrong(MODULES, "console.problem.modules");
			}
		}
		InstitutionId institution = institution(form);
		if (!form.right()) {
			return null;
		}
		return Drafts.with(current, institution,
				new RegistrationTerms((first == null) ? null : first.atStartOfDay(HOME).toInstant(),
						(last == null) ? null : last.plusDays(1).atStartOfDay(HOME).toInstant(), seats, modules,
						current.terms().pseudonymous(), "true".equals(form.text(DRAFTS))));
	}

	private @Nullable InstitutionId institution(ConsoleForm form) {
		String wanted = form.textOrNull(INSTITUTION);
		if (wanted == null) {
			return null;
		}
		InstitutionId found = this.institutions.all()
			.stream()
			.map(Institution::id)
			.filter((id) -> id.value().equals(wanted))
			.findFirst()
			.orElse(null);
		if (found == null) {
			form.wrong(INSTITUTION, "console.problem.choose");
		}
		return found;
	}

	private static @Nullable LocalDate day(ConsoleForm form, String field) {
		String text = form.textOrNull(field);
		if (text == null) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(text);
			if (day.getYear() >= 2000 && day.getYear() <= 2999) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// said below
		}
		form.wrong(field, "console.problem.date");
		return null;
	}

	private static @Nullable Integer seats(ConsoleForm form) {
		String text = form.textOrNull(SEATS);
		if (text == null) {
			return null;
		}
		if (text.matches("[0-9]{1,8}")) {
			int seats = Integer.parseInt(text);
			if (seats > 0 && seats <= MOST_SEATS) {
				return seats;
			}
		}
		form.wrong(SEATS, "console.problem.seats");
		return null;
	}

}
