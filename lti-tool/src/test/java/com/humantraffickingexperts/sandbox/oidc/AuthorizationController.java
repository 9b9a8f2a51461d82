package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import com.humantraffickingexperts.sandbox.pages.Session;

/**
 * The OpenID Connect authorisation endpoint, as the browser meets it.
 */
@Controller
class AuthorizationController {

	private final AuthorizationEndpoint endpoint;

	private final Session session;

	AuthorizationController(AuthorizationEndpoint endpoint, Session session) {
		this.endpoint = endpoint;
		this.session = session;
	}

	@RequestMapping(path = "/oidc/authorize", method = { RequestMethod.GET, RequestMethod.POST })
	String authorize(HttpServletRequest request, HttpServletResponse response, Model model) {
		Map<String, String> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
		response.setHeader("Cache-Control", "no-store");
		return switch (this.endpoint.answer(new AuthorizationRequest(parameters), this.session.person(request))) {
			case AuthorizationAnswer.FormPost post -> {
				model.addAttribute("action", post.action());
				model.addAttribute("fields", post.fields());
				yield "form-post";
			}
			case AuthorizationAnswer.OwnPage page -> {
				response.setStatus(page.status());
				model.addAttribute("reason", page.reason());
				yield "refused";
			}
		};
	}

}
