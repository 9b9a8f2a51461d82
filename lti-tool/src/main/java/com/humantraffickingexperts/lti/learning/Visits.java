package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Upkeep.Withdrawal;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.JdbcVisits.Known;
import com.humantraffickingexperts.lti.web.QuotingError;
import com.humantraffickingexperts.lti.web.QuotingError.Quote;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** Finds the module that a launch is about. */
@Component
class Visits {

	private final Catalog catalog;

	private final Releases releases;

	private final JdbcVisits stored;

	Visits(Catalog catalog, Releases releases, JdbcVisits stored) {
		this.catalog = catalog;
		this.releases = releases;
		this.stored = stored;
	}

	/**
	 * The module in front of which somebody is, in the release with which the attempt
	 * goes on.
	 * @param launch the launch
	 * @return the visit
	 */
	Visit of(CurrentLaunch launch) {
		if (launch.link() == null || launch.module() == null) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		CoursePackage newest = module(launch, launch.module());
		Known known = this.stored.of(launch, launch.link(), newest.id());
		return new Visit(launch, launch.link(), this.releases.of(launch, newest, known.pin()), known.reading(),
				!this.catalog.resources().isEmpty(), known.pin().isPresent(), known.reset());
	}

	/** Whether a launch is about the resource library, and not about a module. */
	boolean library(CurrentLaunch launch) {
		return Catalog.LIBRARY.equals(launch.module()) && !this.catalog.resources().isEmpty();
	}

	/**
	 * The module of a visit as the catalogue has it now.
	 */
	CoursePackage newest(Visit visit) {
		return module(visit.launch(), visit.module().id());
	}

	/**
	 * Moves to the newest release where that is the learner's to decide.
	 */
	void update(Visit visit) {
		this.releases.update(visit.launch(), visit.link(), newest(visit));
	}

	/**
	 * The module that a launch names.
	 * @param launch the launch
	 * @param id the module's id, as the platform sent it
	 * @return the module; a module that is unknown, withdrawn, or not offered to this
	 * institution is refused
	 */
	CoursePackage module(CurrentLaunch launch, String id) {
		CoursePackage module = this.catalog.find(id)
			.orElseThrow(() -> refused(LearningError.MODULE_UNKNOWN, launch, id));
		if (!module.offered()) {
			throw withdrawn(launch, module);
		}
		if (!launch.registration().terms().offers(module.id(), module.status() == CoursePackage.Status.APPROVED)) {
			throw refused(LearningError.MODULE_NOT_OFFERED, launch, id);
		}
		return module;
	}

	private ToolError withdrawn(CurrentLaunch launch, CoursePackage module) {
		Withdrawal withdrawal = module.upkeep().withdrawal();
		if (withdrawal == null) {
			return refused(LearningError.MODULE_WITHDRAWN, launch, module.id());
		}
		List<Quote> quotes = new ArrayList<>();
		quotes.add(new Quote("learning.withdrawn.reason", withdrawal.reason(), module.language()));
		this.catalog.replacement(module)
			.ifPresent((other) -> quotes
				.add(new Quote("learning.withdrawn.replacement", other.title(), other.language())));
		return new QuotingError(LearningError.MODULE_WITHDRAWN, facts(launch, module.id()),
				launch.presentation().returnUrl(), quotes);
	}

	private static Map<String, String> facts(CurrentLaunch launch, String module) {
		return Map.of("module", module, "registration", launch.registration().id().value());
	}

	private static ToolError refused(LearningError error, CurrentLaunch launch, String id) {
		return new ToolError(error, facts(launch, id), launch.presentation().returnUrl(), null, null);
	}

}
