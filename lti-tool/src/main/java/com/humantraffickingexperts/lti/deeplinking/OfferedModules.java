package com.humantraffickingexperts.lti.deeplinking;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;

/** The modules that can be chosen in a launch: the one place that decides it. */
@Component
class OfferedModules {

	private final Catalog catalog;

	OfferedModules(Catalog catalog) {
		this.catalog = catalog;
	}

	List<CoursePackage> in(CurrentLaunch launch) {
		return this.catalog.modules()
			.stream()
			.filter((module) -> launch.registration()
				.terms()
				.offers(module.id(), module.status() == CoursePackage.Status.APPROVED))
			.toList();
	}

	/**
	 * A module that somebody asks for.
	 * @param launch the launch
	 * @param id the module's id, as it came
	 * @return the module; one that is not offered here is refused
	 */
	CoursePackage find(CurrentLaunch launch, String id) {
		return in(launch).stream()
			.filter((module) -> module.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new ToolError(DeepLinkingError.CHOICE_NOT_OFFERED,
					Map.of("registration", launch.registration().id().value()), launch.presentation().returnUrl(), null,
					null));
	}

	/**
	 * How many publications the resource library holds that can be placed; 0 for none.
	 */
	int publications() {
		return this.catalog.resources().size();
	}

	/** Whether something that can be chosen is the resource library. */
	boolean library(@Nullable String id) {
		return Catalog.LIBRARY.equals(id) && publications() > 0;
	}

	/** Why an activity that names a module does not open it. */
	Availability availability(@Nullable String module) {
		if (module == null) {
			return Availability.UNNAMED;
		}
		if (library(module)) {
			return Availability.OFFERED;
		}
		return this.catalog.find(module)
			.map((found) -> found.offered() ? Availability.OFFERED : Availability.WITHDRAWN)
			.orElse(Availability.UNKNOWN);
	}

	/**
	 * Why a module is no longer offered.
	 * @param module the module's id, or null
	 * @return empty where it is, or where nothing was said
	 */
	Optional<Withdrawn> withdrawn(@Nullable String module) {
		return Optional.ofNullable(module)
			.flatMap(this.catalog::find)
			.filter((found) -> !found.offered())
			.flatMap((found) -> Optional.ofNullable(found.upkeep().withdrawal())
				.map((withdrawal) -> new Withdrawn(withdrawal.reason(), found.language(),
						this.catalog.replacement(found).map(CoursePackage::title).orElse(null))));
	}

	/**
	 * Why a module is no longer offered.
	 *
	 * @param reason the words of whoever wrote it
	 * @param language their language
	 * @param replacement the title of the module that takes its place, or null
	 */
	record Withdrawn(String reason, String language, @Nullable String replacement) {
	}

	/** How the module stands that an activity names. */
	enum Availability {

		/** It names none. */
		UNNAMED,
		/** The tool does not have it. */
		UNKNOWN,
		/** It is no longer offered. */
		WITHDRAWN,
		/** It opens. */
		OFFERED

	}

}
