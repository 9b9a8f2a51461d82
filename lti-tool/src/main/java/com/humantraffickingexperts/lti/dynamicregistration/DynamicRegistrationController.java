package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * {@code GET /lti/register}: what a platform opens to register the tool, and the pages
 * that its administrator sees there. The platform shows them in a frame or a window.
 */
@Controller
class DynamicRegistrationController {

	private static final int LONGEST_ADDRESS = 2000;

	private static final int LONGEST_TOKEN = 16 * 1024;

	private final DynamicRegistration registration;

	private final Institutions institutions;

	private final ToolMetadata tool;

	DynamicRegistrationController(DynamicRegistration registration, Institutions institutions, ToolMetadata tool) {
		this.registration = registration;
		this.institutions = institutions;
		this.tool = tool;
	}

	@GetMapping({ "/lti/register", "/lti/register/{invitation}" })
	ModelAndView begin(@PathVariable(required = false) @Nullable String invitation, HttpServletRequest request,
			HttpServletResponse response) {
		String configuration = one(request, "openid_configuration", LONGEST_ADDRESS);
		if (configuration == null) {
			throw incomplete("openid_configuration");
		}
		DynamicRegistration.Begun begun = this.registration.begin(invitation, configuration,
				one(request, "registration_token", LONGEST_TOKEN));
		PageHeaders.frameableBy(response, begun.platform().origins());
		String institution = (begun.invitation() == null) ? null
				: this.institutions.find(begun.invitation().institution()).map(Institution::name).orElse(null);
		return page("dynamicregistration/consent", ConsentView.of(begun, institution, this.tool));
	}

	@PostMapping("/lti/register")
	ModelAndView decide(@RequestParam String form, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "false") boolean pseudonymous,
			@RequestParam(defaultValue = "false") boolean classList, HttpServletResponse response) {
		if (act.equals("register")) {
			DynamicRegistration.Done done = this.registration.register(form, new Choices(pseudonymous, classList));
			return end(response, done.platform(), EndView.of(done));
		}
		PlatformConfiguration platform = this.registration.cancel(form);
		return end(response, platform, EndView.cancelled(platform));
	}

	private static ModelAndView end(HttpServletResponse response, PlatformConfiguration platform, EndView view) {
		PageHeaders.frameableBy(response, platform.origins());
		return page("dynamicregistration/end", view);
	}

	private static ModelAndView page(String template, Object view) {
		return new ModelAndView(template, Map.of("view", view));
	}

	private static @Nullable String one(HttpServletRequest request, String name, int longest) {
		String[] values = request.getParameterValues(name);
		if (values == null || (values.length == 1 && values[0].isBlank())) {
			return null;
		}
		if (values.length > 1 || values[0].length() > longest) {
			throw incomplete(name);
		}
		return values[0];
	}

	private static ToolError incomplete(String parameter) {
		return new ToolError(DynamicRegistrationRefusal.START_INCOMPLETE, Map.of("parameter", parameter));
	}

}
