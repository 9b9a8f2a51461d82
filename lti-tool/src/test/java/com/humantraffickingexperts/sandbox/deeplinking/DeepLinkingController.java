package com.humantraffickingexperts.sandbox.deeplinking;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.oidc.Launch;

/**
 * Where the tool sends what was chosen: the {@code deep_link_return_url}.
 */
@Controller
class DeepLinkingController {

	private final OpenChoices choices;

	private final ResponseChecks checks;

	private final Placing placing;

	private final CurrentManners manners;

	DeepLinkingController(OpenChoices choices, ResponseChecks checks, Placing placing, CurrentManners manners) {
		this.choices = choices;
		this.checks = checks;
		this.placing = placing;
		this.manners = manners;
	}

	@PostMapping("/deep-linking/{choice}")
	String returned(@PathVariable("choice") String choice,
			@RequestParam(name = "JWT", required = false) @Nullable String message, Model model,
			HttpServletResponse response) {
		Optional<Launch> launch = this.choices.find(choice);
		if (launch.isEmpty()) {
			return refused(response, model, new DeepLinkingResponse.Disbelieved(
					this.manners.are(Manners.MOODLE) ? 404 : 400, "This choice was finished already, or never begun."));
		}
		return switch (this.checks.check(Objects.requireNonNullElse(message, ""), launch.get())) {
			case DeepLinkingResponse.Disbelieved disbelieved -> refused(response, model, disbelieved);
			case DeepLinkingResponse.Believed believed -> {
				this.choices.finished(launch.get());
				model.addAttribute("course", launch.get().course());
				model.addAttribute("outcome", this.placing.place(believed.items(), launch.get()));
				model.addAttribute("message", believed.message());
				model.addAttribute("error", believed.error());
				yield "choice-made";
			}
		};
	}

	private static String refused(HttpServletResponse response, Model model, DeepLinkingResponse.Disbelieved why) {
		response.setStatus(why.status());
		model.addAttribute("reason", why.reason());
		return "refused";
	}

}
