package com.humantraffickingexperts.lti.console;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/**
 * The days of a registration's term.
 *
 * @param first the first day, or null
 * @param last the last day, or null
 */
record Dates(@Nullable LocalDate first, @Nullable LocalDate last) {

	static Dates of(RegistrationTerms terms) {
		return new Dates((terms.validFrom() == null) ? null : TermsPart.firstDay(terms.validFrom()),
				(terms.validUntil() == null) ? null : TermsPart.lastDay(terms.validUntil()));
	}

}
