package com.humantraffickingexperts.lti.launch;

import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.web.InterfaceLanguage;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * {@code POST /launches/{launch}/language}: the tool speaks another language to this
 * person from now on, whatever the platform asks for.
 */
@Controller
class LanguageController {

	/** A page of the same launch, and nothing else. */
	private static final Pattern PAGE = Pattern.compile("(/[a-z0-9-]{1,64}){1,4}");

	private final Users users;

	LanguageController(Users users) {
		this.users = users;
	}

	@PostMapping("/launches/{launch}/language")
	RedirectView choose(CurrentLaunch launch, @RequestParam String language, @RequestParam String page) {
		InterfaceLanguage chosen = InterfaceLanguage.of(language)
			.orElseThrow(() -> new ToolError(WebErrorCode.BAD_REQUEST));
		if (!PAGE.matcher(page).matches()) {
			throw new ToolError(WebErrorCode.BAD_REQUEST);
		}
		this.users.chooseLanguage(launch.user().id(), chosen.code());
		RedirectView redirect = new RedirectView(launch.path(page));
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return redirect;
	}

}
