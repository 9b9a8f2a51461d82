package com.humantraffickingexperts.lti.deeplinking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/**
 * A module as a learner will see it. Nothing that is done here is recorded.
 *
 * @param entry what the list says of it
 * @param objectives what a learner is able to do afterwards
 * @param notices what may distress
 * @param parts its sections
 * @param choosePath the list, with this module chosen
 * @param listPath the list as it was
 */
record PreviewView(ModuleEntry entry, List<Objective> objectives, List<ContentNotice> notices, List<Part> parts,
		String choosePath, String listPath) {

	static PreviewView of(CoursePackage module, Paths paths) {
		return new PreviewView(ModuleEntry.of(module, false), module.objectives(), module.contentNotices(),
				module.sections()
					.stream()
					.map((section) -> new Part(section.title(),
							section.items().stream().map((item) -> line(module, item, paths)).toList()))
					.toList(),
				paths.choose(), paths.list());
	}

	private static Line line(CoursePackage module, Item item, Paths paths) {
		return switch (item) {
			case PageItem page ->
				new Line(module.page(page.id()).orElseThrow().title(), paths.page(page.id()), 0, null);
			case AssessmentItem check -> {
				Assessment assessment = module.assessment(check.id()).orElseThrow();
				yield new Line(assessment.title(), null, assessment.draws().stream().mapToInt(Draw::count).sum(),
						assessment.passMark());
			}
			case ScenarioItem scenario ->
				new Line(Objects.requireNonNull(module.scenarios().get(scenario.id())).title(), null, 0, null);
			case ReflectionItem _ -> new Line(null, null, 0, null);
		};
	}

	/**
	 * A section.
	 *
	 * @param title its title
	 * @param lines what it holds
	 */
	record Part(String title, List<Line> lines) {
	}

	/**
	 * A page, a check, a scenario or a reflection.
	 *
	 * @param title its title; null for a reflection, which has none
	 * @param path the page's path; null for all else
	 * @param questions how many questions the check has
	 * @param passMark the percentage needed to pass it; null for all but a check
	 */
	record Line(@Nullable String title, @Nullable String path, int questions, @Nullable BigDecimal passMark) {
	}

	/**
	 * A page to read.
	 *
	 * @param module the module's title
	 * @param language the language of the content
	 * @param page the page
	 * @param number which page this is, from 1
	 * @param total how many pages there are
	 * @param previous the path of the page before, or null
	 * @param next the path of the page after, or null
	 * @param modulePath the module's own preview
	 */
	record PagePreview(String module, String language, Page page, int number, int total, @Nullable String previous,
			@Nullable String next, String modulePath) {

		static Optional<PagePreview> of(CoursePackage module, String id, Paths paths) {
			List<Page> pages = module.items()
				.stream()
				.filter(PageItem.class::isInstance)
				.flatMap((item) -> module.page(item.id()).stream())
				.toList();
			List<String> ids = pages.stream().map(Page::id).toList();
			int index = ids.indexOf(id);
			return (index < 0) ? Optional.empty()
					: Optional.of(new PagePreview(module.title(), module.language(), pages.get(index), index + 1,
							pages.size(), (index > 0) ? paths.page(ids.get(index - 1)) : null,
							(index + 1 < ids.size()) ? paths.page(ids.get(index + 1)) : null, paths.module()));
		}

		/** What the page relies on. */
		public List<Source> sources() {
			return this.page.sources();
		}

	}

	/**
	 * The quiet row above a preview.
	 *
	 * @param helplines whom to call
	 * @param draft whether the module was not reviewed yet
	 */
	record Support(List<Helpline> helplines, boolean draft) {

		static Support of(CoursePackage module) {
			return new Support(module.helplines(), module.status() != CoursePackage.Status.APPROVED);
		}

		/** Nothing reaches a gradebook. */
		public boolean preview() {
			return true;
		}

		/** The list of modules has a way of its own there. */
		public @Nullable String libraryPath() {
			return null;
		}

		/** There is nothing to come back to. */
		public @Nullable String pausePath() {
			return null;
		}

	}

	/**
	 * The addresses of a preview, which take along what was filtered and chosen.
	 *
	 * @param choosing the choice that it belongs to
	 * @param id the module's id
	 * @param query the query of the list
	 * @param choosingQuery the query of the list with this module chosen
	 */
	record Paths(Choosing choosing, String id, String query, String choosingQuery) {

		String list() {
			return this.choosing.path(this.query);
		}

		public String choose() {
			return this.choosing.path(this.choosingQuery);
		}

		public String module() {
			return this.choosing.path("/modules/" + this.id + this.query);
		}

		String page(String page) {
			return this.choosing.path("/modules/" + this.id + "/pages/" + page + this.query);
		}

	}

}
