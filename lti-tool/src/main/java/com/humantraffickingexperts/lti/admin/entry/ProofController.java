package com.humantraffickingexperts.lti.admin.entry;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.Accounts;
import com.humantraffickingexperts.lti.admin.accounts.Entrance;
import com.humantraffickingexperts.lti.admin.accounts.PasskeyRefused;
import com.humantraffickingexperts.lti.admin.accounts.Passkeys;

/** Asks once more who is there, before something that cannot be undone. */
@Controller
class ProofController {

	private final Accounts accounts;

	private final Entrance entrance;

	private final Passkeys passkeys;

	private final AdminSessions sessions;

	private final SignInLimits limits;

	private final Provider provider;

	ProofController(Accounts accounts, Entrance entrance, Passkeys passkeys, AdminSessions sessions,
			SignInLimits limits, Provider provider) {
		this.accounts = accounts;
		this.entrance = entrance;
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.limits = limits;
		this.provider = provider;
	}

	@GetMapping("/admin/proof")
	String page(Administrator administrator, @RequestParam(required = false) @Nullable String then, Model model) {
		return form(administrator, model, then, null);
	}

	@PostMapping("/admin/proof")
	Object byPassword(Administrator administrator, @RequestParam String password,
			@RequestParam(required = false) @Nullable String then, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		String email = account(administrator).email();
		Optional<Duration> wait = this.limits.password(request, email);
		if (wait.isPresent()) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
			return form(administrator, model, then, "admin.signIn.tooOften");
		}
		if (!this.entrance.knowsPassword(administrator, password)) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return form(administrator, model, then, "admin.proof.wrong");
		}
		this.limits.succeeded(request, email);
		return proved(request, then);
	}

	@PostMapping("/admin/proof/passkey")
	Object byPasskey(Administrator administrator, @RequestParam String credential,
			@RequestParam(required = false) @Nullable String then, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		boolean own = Challenges.take(request, PublicKeyCredentialRequestOptions.class)
			.filter((options) -> belongsTo(administrator, options, credential))
			.isPresent();
		if (!own) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return form(administrator, model, then, "admin.signIn.passkeyWrong");
		}
		return proved(request, then);
	}

	private boolean belongsTo(Administrator administrator, PublicKeyCredentialRequestOptions options,
			String credential) {
		try {
			return this.passkeys.owner(options, credential).equals(administrator.id());
		}
		catch (PasskeyRefused ex) {
			return false;
		}
	}

	private Object proved(HttpServletRequest request, @Nullable String then) {
		this.sessions.proved(request);
		return SignInController.redirect(Then.page(then));
	}

	private Account account(Administrator administrator) {
		return this.accounts.find(administrator.id()).orElseThrow();
	}

	private String form(Administrator administrator, Model model, @Nullable String then, @Nullable String problem) {
		Account account = account(administrator);
		model.addAttribute("view",
				new View(account.email(), Then.page(then), problem, account.hasPassword(),
						!this.passkeys.of(administrator.id()).isEmpty(),
						account.linkedToProvider() ? this.provider.name() : null));
		return "admin/proof";
	}

	/**
	 * What the page shows.
	 *
	 * @param email the person's e-mail address, for the browser's password store
	 * @param then where to go next
	 * @param problem the key of what is wrong, or null
	 * @param password whether the person has a password
	 * @param passkey whether the person has a passkey
	 * @param provider the organisation's sign-in, for people, or null
	 */
	record View(String email, String then, @Nullable String problem, boolean password, boolean passkey,
			@Nullable String provider) {
	}

}
