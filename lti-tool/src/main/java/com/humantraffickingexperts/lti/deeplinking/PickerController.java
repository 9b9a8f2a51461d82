package com.humantraffickingexperts.lti.deeplinking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.web.LanguageMenu;
import com.humantraffickingexperts.lti.web.PageHeaders;

/**
 * {@code /launches/{launch}/choose}: the list of modules, and what becomes of a choice.
 * The list is one form: filters and choice are in the address, so that nothing is lost
 * from one page to the next, whether scripts run or not.
 */
@Controller
@RequestMapping("/launches/{launch}/choose")
class PickerController {

	/** More than any catalogue holds, and less than any platform refuses. */
	private static final int MOST = 100;

	private static final Logger logger = LoggerFactory.getLogger(PickerController.class);

	private final Choosings choosings;

	private final Picker picker;

	private final OfferedModules modules;

	private final ContentItems items;

	private final ResponseMessages responses;

	private final LinkChoice linkChoice;

	private final MessageSource messages;

	PickerController(Choosings choosings, Picker picker, OfferedModules modules, ContentItems items,
			ResponseMessages responses, LinkChoice linkChoice, MessageSource messages) {
		this.choosings = choosings;
		this.picker = picker;
		this.modules = modules;
		this.items = items;
		this.responses = responses;
		this.linkChoice = linkChoice;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView list(CurrentLaunch launch, @RequestParam MultiValueMap<String, String> parameters) {
		Choosing choosing = this.choosings.of(launch);
		if (!choosing.takesModules()) {
			return page("not-here", new NotHereView(choosing.platform(), launch.family().name(), choosing.path("")));
		}
		Selection selection = parameters.isEmpty() ? this.picker.present(launch) : Selection.of(parameters);
		return list(choosing, parameters, selection, null);
	}

	private ModelAndView list(Choosing choosing, MultiValueMap<String, String> parameters, Selection selection,
			@Nullable String problem) {
		return page("picker", this.picker.view(choosing, Filters.of(parameters), selection, problem))
			.addObject("languages", new LanguageMenu(choosing.launch().path("/language"), "/choose"));
	}

	@PostMapping
	ModelAndView choose(CurrentLaunch launch, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response, Locale locale) {
		Choosing choosing = this.choosings.of(launch);
		if (!choosing.takesModules()) {
			return list(launch, parameters);
		}
		Selection selection = Selection.of(parameters);
		List<String> ids = chosen(launch, selection);
		String problem = problem(choosing, ids.size());
		if (problem != null) {
			return list(choosing, parameters, selection, problem);
		}
		logger.info("Modules chosen launch={} registration={} placed={} modules={}", launch.id(),
				launch.registration().id(), choosing.placing(), ids);
		if (!choosing.placing()) {
			return this.linkChoice.choose(launch, ids.getFirst());
		}
		List<Map<String, Object>> contentItems = new ArrayList<>();
		ids.forEach((id) -> contentItems.add(item(choosing, selection, id, locale)));
		return respond(choosing, response, this.responses.placing(launch, contentItems),
				(ids.size() == 1) ? "deeplinking.respond.one" : "deeplinking.respond.several");
	}

	/** In the order in which they were sent. What is not offered here is refused. */
	private List<String> chosen(CurrentLaunch launch, Selection selection) {
		List<String> ids = selection.modules().stream().distinct().toList();
		ids.stream().filter((id) -> !this.modules.library(id)).forEach((id) -> this.modules.find(launch, id));
		return ids;
	}

	private Map<String, Object> item(Choosing choosing, Selection selection, String id, Locale locale) {
		return this.modules.library(id)
				? this.items.ofLibrary(message("library.title", locale), message("library.about", locale), choosing)
				: this.items.of(this.modules.find(choosing.launch(), id), choosing, selection.withoutGrade());
	}

	/** The resource library as a learner will see it, with the way back to this list. */
	@GetMapping("/library")
	ModelAndView library(CurrentLaunch launch, @RequestParam MultiValueMap<String, String> parameters) {
		this.choosings.of(launch);
		String back = UriUtils.encode("/choose" + PickerQuery.of(parameters), StandardCharsets.UTF_8);
		RedirectView redirect = new RedirectView(launch.path("/library?from=" + back));
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return new ModelAndView(redirect);
	}

	private static @Nullable String problem(Choosing choosing, int chosen) {
		if (chosen == 0) {
			return choosing.several() ? "deeplinking.problem.noneOfSeveral" : "deeplinking.problem.none";
		}
		if (chosen > MOST) {
			return "deeplinking.problem.tooMany";
		}
		return (chosen > 1 && !choosing.several()) ? "deeplinking.problem.onlyOne" : null;
	}

	@PostMapping("/nothing")
	ModelAndView chooseNothing(CurrentLaunch launch, HttpServletResponse response, Locale locale) {
		Choosing choosing = this.choosings.of(launch);
		if (!choosing.placing()) {
			return this.linkChoice.leave(launch);
		}
		String answer = choosing.takesModules()
				? this.responses.placingNothing(launch, message("deeplinking.nothing.message", locale))
				: this.responses.failing(launch, message("deeplinking.notHere.message", locale),
						message("deeplinking.notHere.log", locale));
		return respond(choosing, response, answer, "deeplinking.respond.nothing");
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	/**
	 * The address to which the answer goes comes from the verified request, never from
	 * the form. The platform may lead on from there to its own pages.
	 */
	private static ModelAndView respond(Choosing choosing, HttpServletResponse response, String answer, String title) {
		DeepLinkingSettings settings = Objects.requireNonNull(choosing.settings());
		Set<String> origins = new LinkedHashSet<>();
		String origin = Origin.of(settings.returnUrl());
		if (origin != null) {
			origins.add(origin);
		}
		origins.addAll(choosing.launch().registration().pageOrigins());
		PageHeaders.formsLeadTo(response, origins);
		return page("respond", new RespondView(title, choosing.platform(), settings.returnUrl().toString(), answer));
	}

	private static ModelAndView page(String template, Object view) {
		return new ModelAndView("deeplinking/" + template).addObject("view", view);
	}

	/**
	 * The page that sends an answer to the platform.
	 *
	 * @param title what is being done; a key of the messages
	 * @param platform the platform's name
	 * @param action where the answer goes
	 * @param answer the signed answer
	 */
	record RespondView(String title, String platform, String action, String answer) {

		@Override
		public String toString() {
			return "RespondView";
		}

	}

	/**
	 * The page for platforms that ask for something else than modules.
	 *
	 * @param platform the platform's name
	 * @param family the platform's product
	 * @param path the picker's path
	 */
	record NotHereView(String platform, String family, String path) {
	}

}
