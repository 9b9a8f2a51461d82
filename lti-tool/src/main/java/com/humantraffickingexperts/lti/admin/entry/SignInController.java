package com.humantraffickingexperts.lti.admin.entry;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.Entrance;
import com.humantraffickingexperts.lti.admin.accounts.PasskeyRefused;
import com.humantraffickingexperts.lti.admin.accounts.Passkeys;
import com.humantraffickingexperts.lti.web.ClientNetwork;

/** Signing in and out. */
@Controller
class SignInController {

	private static final Logger logger = LoggerFactory.getLogger(SignInController.class);

	private final Entrance entrance;

	private final Passkeys passkeys;

	private final AdminSessions sessions;

	private final SignInLimits limits;

	private final Provider provider;

	SignInController(Entrance entrance, Passkeys passkeys, AdminSessions sessions, SignInLimits limits,
			Provider provider) {
		this.entrance = entrance;
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.limits = limits;
		this.provider = provider;
	}

	@GetMapping("/admin/sign-in")
	Object page(@RequestParam(required = false) @Nullable String then, Model model) {
		if (AdminArgument.signedIn() != null) {
			return redirect(Then.page(then));
		}
		return form(model, "", then, null);
	}

	@PostMapping("/admin/sign-in")
	Object byPassword(@RequestParam String email, @RequestParam String password,
			@RequestParam(required = false) @Nullable String then, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Duration> wait = this.limits.password(request, email);
		if (wait.isPresent()) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
			return form(model, email, then, "admin.signIn.tooOften");
		}
		Optional<Account> account = this.entrance.byPassword(email, password);
		if (account.isEmpty()) {
			logger.warn("Refused a sign-in by password from {}", ClientNetwork.of(request));
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return form(model, email, then, "admin.signIn.wrong");
		}
		this.limits.succeeded(request, email);
		return enter(request, account.get(), "password", then);
	}

	@PostMapping("/admin/sign-in/passkey/options")
	ResponseEntity<String> options(HttpServletRequest request) {
		this.limits.attempt(request);
		PublicKeyCredentialRequestOptions options = this.passkeys.request();
		Challenges.keep(request, options);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.json(options));
	}

	@PostMapping("/admin/sign-in/passkey")
	Object byPasskey(@RequestParam String credential, @RequestParam(required = false) @Nullable String then,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		Optional<Account> account = Challenges.take(request, PublicKeyCredentialRequestOptions.class)
			.flatMap((options) -> owner(options, credential));
		if (account.isEmpty()) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return form(model, "", then, "admin.signIn.passkeyWrong");
		}
		return enter(request, account.get(), "passkey", then);
	}

	private Optional<Account> owner(PublicKeyCredentialRequestOptions options, String credential) {
		try {
			return this.entrance.byPasskey(this.passkeys.owner(options, credential));
		}
		catch (PasskeyRefused ex) {
			logger.warn("Refused a sign-in by passkey: {}", String.valueOf(ex.getCause()));
			return Optional.empty();
		}
	}

	@PostMapping("/admin/sign-out")
	Object signOut(HttpServletRequest request) {
		this.sessions.end(request);
		return redirect("/admin/sign-in");
	}

	private Object enter(HttpServletRequest request, Account account, String way, @Nullable String then) {
		this.sessions.begin(request, account.id());
		this.entrance.signedIn(account, way);
		return redirect(Then.page(then));
	}

	private Object form(Model model, String email, @Nullable String then, @Nullable String problem) {
		model.addAttribute("view",
				new View(email, Then.page(then), problem, this.entrance.setUp(), this.provider.name()));
		return "admin/sign-in";
	}

	static RedirectView redirect(String path) {
		RedirectView redirect = new RedirectView(path);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

	/**
	 * What the page shows.
	 *
	 * @param email what was typed
	 * @param then where to go next
	 * @param problem the key of what is wrong, or null
	 * @param setUp whether there is an administrator at all
	 * @param provider the organisation's sign-in, for people, or null
	 */
	record View(String email, String then, @Nullable String problem, boolean setUp, @Nullable String provider) {
	}

}
