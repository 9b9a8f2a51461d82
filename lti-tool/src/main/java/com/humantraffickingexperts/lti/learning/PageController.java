package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The pages to read. Opening one is what counts as having read it. One that may distress
 * says so before it is opened, where another page teaches the same; either counts.
 */
@Controller
@RequestMapping("/launches/{launch}/learn/pages/{page}")
class PageController {

	private final Visits visits;

	private final Player player;

	private final PictureTexts pictures;

	PageController(Visits visits, Player player, PictureTexts pictures) {
		this.visits = visits;
		this.player = player;
		this.pictures = pictures;
	}

	@GetMapping
	ModelAndView page(CurrentLaunch launch, @PathVariable String page,
			@RequestParam(required = false) @Nullable String read,
			@RequestParam(defaultValue = "") List<Integer> picture, HttpServletResponse response) {
		Visit visit = this.visits.of(launch);
		Page asked = asked(visit, page);
		if (asked.instead() == null || read != null) {
			return show(visit, asked, asked, picture, response);
		}
		return visit.reading().equivalents() ? show(visit, asked, instead(visit, asked), picture, response)
				: warn(visit, asked);
	}

	@GetMapping("/instead")
	ModelAndView instead(CurrentLaunch launch, @PathVariable String page,
			@RequestParam(defaultValue = "") List<Integer> picture, HttpServletResponse response) {
		Visit visit = this.visits.of(launch);
		Page asked = asked(visit, page);
		return show(visit, asked, instead(visit, asked), picture, response);
	}

	private static Page asked(Visit visit, String page) {
		return visit.module()
			.page(page)
			.filter((found) -> visit.module().items().contains(new PageItem(found.id())))
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
	}

	private static Page instead(Visit visit, Page asked) {
		return Optional.ofNullable(asked.instead())
			.flatMap(visit.module()::page)
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
	}

	private ModelAndView warn(Visit visit, Page asked) {
		Place here = Place.of(new PageItem(asked.id()));
		return this.player.find(visit).map((attempt) -> {
			this.player.arrive(visit, attempt, here);
			return LearnerPages.page(visit, attempt, this.player.progress(attempt), here, "distress",
					PageView.of(visit, asked, asked, ""));
		}).orElseGet(() -> LearnerPages.seeOther(visit.path("")));
	}

	private ModelAndView show(Visit visit, Page asked, Page shown, List<Integer> picture,
			HttpServletResponse response) {
		Attempt attempt = this.player.find(visit).orElse(null);
		if (attempt == null) {
			return LearnerPages.seeOther(visit.path(""));
		}
		response.addHeader(HttpHeaders.VARY, Preference.SAVE_DATA);
		Progress progress = this.player.progress(attempt);
		this.player.open(visit, attempt, progress, asked.id());
		String path = visit.path("/pages/" + asked.id() + ((shown == asked) ? "" : "/instead"));
		String html = visit.reading().textOnly() ? this.pictures.of(shown.html(), path, picture) : shown.html();
		return LearnerPages.page(visit, attempt, progress, Place.of(new PageItem(asked.id())), "page",
				PageView.of(visit, asked, shown, html));
	}

}
