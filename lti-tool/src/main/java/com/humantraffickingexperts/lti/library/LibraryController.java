package com.humantraffickingexperts.lti.library;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.LanguageMenu;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The page of the library: the same for everybody, in a launch and for whoever has the
 * address that its links carry. Nothing that is done on it is recorded.
 */
@Controller
class LibraryController {

	private final Catalog catalog;

	LibraryController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/launches/{launch}/library")
	ModelAndView library(CurrentLaunch launch, @RequestParam(required = false) @Nullable String from) {
		LibraryView view = LibraryView.of(resources(), launch, from);
		return new ModelAndView("library/library").addObject("view", view)
			.addObject("support", new Support(helplines(launch)))
			.addObject("languages",
					(view.back() == null) ? new LanguageMenu(launch.path("/language"), "/library") : null);
	}

	@GetMapping("/modules/" + Catalog.LIBRARY)
	ModelAndView card() {
		return new ModelAndView("library/library").addObject("view", LibraryView.of(resources()));
	}

	private List<Publication> resources() {
		List<Publication> resources = this.catalog.resources().stream().map(Publication::new).toList();
		if (resources.isEmpty()) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		return resources;
	}

	/** Those of the module from which one comes, else those of the first one. */
	private List<Helpline> helplines(CurrentLaunch launch) {
		return Optional.ofNullable(launch.module())
			.flatMap(this.catalog::find)
			.or(() -> this.catalog.modules().stream().findFirst())
			.map(CoursePackage::helplines)
			.orElse(List.of());
	}

	/**
	 * The quiet row above the library.
	 *
	 * @param helplines whom to call
	 */
	record Support(List<Helpline> helplines) {

		/** What it holds is no module, and was never in a review. */
		public boolean draft() {
			return false;
		}

		/** There is nothing that could reach a gradebook. */
		public boolean preview() {
			return false;
		}

		/** There is nothing to pause. */
		public @Nullable String pausePath() {
			return null;
		}

		/** One is there already. */
		public @Nullable String libraryPath() {
			return null;
		}

	}

}
