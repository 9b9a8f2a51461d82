package com.humantraffickingexperts.lti.deeplinking;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.deeplinking.PreviewView.PagePreview;
import com.humantraffickingexperts.lti.deeplinking.PreviewView.Paths;
import com.humantraffickingexperts.lti.deeplinking.PreviewView.Support;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** A module as a learner will see it, before it is chosen. */
@Controller
@RequestMapping("/launches/{launch}/choose/modules/{module}")
class PreviewController {

	private final Choosings choosings;

	private final OfferedModules modules;

	PreviewController(Choosings choosings, OfferedModules modules) {
		this.choosings = choosings;
		this.modules = modules;
	}

	@GetMapping
	ModelAndView module(CurrentLaunch launch, @PathVariable("module") String id,
			@RequestParam MultiValueMap<String, String> parameters) {
		CoursePackage module = module(launch, id);
		return page("preview", PreviewView.of(module, paths(launch, id, parameters)), module);
	}

	@GetMapping("/pages/{page}")
	ModelAndView page(CurrentLaunch launch, @PathVariable("module") String id, @PathVariable String page,
			@RequestParam MultiValueMap<String, String> parameters) {
		CoursePackage module = module(launch, id);
		PagePreview view = PagePreview.of(module, page, paths(launch, id, parameters))
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
		return page("preview-page", view, module);
	}

	private CoursePackage module(CurrentLaunch launch, String id) {
		this.choosings.of(launch);
		return this.modules.find(launch, id);
	}

	private static Paths paths(CurrentLaunch launch, String id, MultiValueMap<String, String> parameters) {
		Choosing choosing = Choosing.of(launch);
		return new Paths(choosing, id, PickerQuery.of(parameters),
				PickerQuery.choosing(parameters, id, choosing.several()));
	}

	private static ModelAndView page(String template, Object view, CoursePackage module) {
		return new ModelAndView("deeplinking/" + template).addObject("view", view)
			.addObject("support", Support.of(module));
	}

}
