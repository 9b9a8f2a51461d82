package com.humantraffickingexperts.lti.catalog.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** {@code GET /modules/{module}}: what a module is, for anybody who has its address. */
@Controller
class ModuleCardController {

	private final Catalog catalog;

	ModuleCardController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/modules/{module}")
	ModelAndView card(@PathVariable String module) {
		ModuleCard card = this.catalog.find(module)
			.filter(CoursePackage::offered)
			.map(ModuleCard::of)
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND, Map.of("address", "module")));
		return new ModelAndView("catalog/card", Map.of("title", card.title(), "card", card));
	}

}
