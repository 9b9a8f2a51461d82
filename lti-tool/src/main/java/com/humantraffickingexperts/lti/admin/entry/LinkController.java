package com.humantraffickingexperts.lti.admin.entry;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.AccountRules;
import com.humantraffickingexperts.lti.admin.accounts.Entrance;
import com.humantraffickingexperts.lti.admin.accounts.NewAccount;
import com.humantraffickingexperts.lti.admin.accounts.NewPasskey;
import com.humantraffickingexperts.lti.admin.accounts.PasskeyRefused;
import com.humantraffickingexperts.lti.admin.accounts.Passkeys;
import com.humantraffickingexperts.lti.admin.accounts.WayIn;
import com.humantraffickingexperts.lti.database.Ids;

/** The pages behind one-time links: the tool's set-up, and invitations. */
@Controller
class LinkController {

	private final Entrance entrance;

	private final Passkeys passkeys;

	private final AdminSessions sessions;

	private final SignInLimits limits;

	private final Provider provider;

	private final Clock clock;

	LinkController(Entrance entrance, Passkeys passkeys, AdminSessions sessions, SignInLimits limits, Provider provider,
			Clock clock) {
		this.entrance = entrance;
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.limits = limits;
		this.provider = provider;
		this.clock = clock;
	}

	@GetMapping("/admin/setup/{token}")
	String setUp(@PathVariable String token, Model model) {
		this.entrance.openSetUp(token);
		return setUpForm(model, token, "", "", Map.of());
	}

	@PostMapping("/admin/setup/{token}")
	Object setUp(@PathVariable String token, Form form, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		this.entrance.openSetUp(token);
		Map<String, String> problems = AccountRules.problems(form.name(), form.email());
		Optional<WayIn> way = way(form, form.name(), form.email(), problems, request);
		if (problems.isEmpty() && way.isPresent()) {
			try {
				return enter(request,
						this.entrance.setUp(token,
								new NewAccount(form.name().strip(), form.email().strip(), AdminRole.OPERATOR, null),
								way.get()));
			}
			catch (PasskeyRefused ex) {
				problems.put("password", "admin.passkey.refused");
			}
		}
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		return setUpForm(model, token, form.name(), form.email(), problems);
	}

	@PostMapping("/admin/setup/{token}/passkey")
	ResponseEntity<String> setUpPasskey(@PathVariable String token, Form form, HttpServletRequest request) {
		this.entrance.openSetUp(token);
		return options(request, this.passkeys.creation(new AdministratorId(Ids.inTimeOrder(this.clock.instant())),
				form.email().strip(), form.name().strip()));
	}

	@GetMapping("/admin/invitations/{token}")
	String invitation(@PathVariable String token, Model model) {
		return invitationForm(model, token, this.entrance.openInvitation(token), Map.of());
	}

	@PostMapping("/admin/invitations/{token}")
	Object join(@PathVariable String token, Form form, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Account account = this.entrance.openInvitation(token);
		Map<String, String> problems = new HashMap<>();
		Optional<WayIn> way = way(form, account.name(), account.email(), problems, request);
		if (problems.isEmpty() && way.isPresent()) {
			try {
				return enter(request, this.entrance.join(token, way.get()));
			}
			catch (PasskeyRefused ex) {
				problems.put("password", "admin.passkey.refused");
			}
		}
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		return invitationForm(model, token, account, problems);
	}

	@PostMapping("/admin/invitations/{token}/passkey")
	ResponseEntity<String> invitationPasskey(@PathVariable String token, HttpServletRequest request) {
		Account account = this.entrance.openInvitation(token);
		return options(request, this.passkeys.creation(account.id(), account.email(), account.name()));
	}

	private ResponseEntity<String> options(HttpServletRequest request, PublicKeyCredentialCreationOptions options) {
		this.limits.attempt(request);
		Challenges.keep(request, options);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.json(options));
	}

	private Object enter(HttpServletRequest request, Account account) {
		this.sessions.begin(request, account.id());
		this.entrance.signedIn(account, "link");
		return SignInController.redirect("/admin");
	}

	private static Optional<WayIn> way(Form form, String name, String email, Map<String, String> problems,
			HttpServletRequest request) {
		if (!form.credential().isEmpty()) {
			return passkey(form, problems, request);
		}
		Entrance.passwordProblem(form.password(), name, email)
			.ifPresent((problem) -> problems.put("password", problem));
		return Optional.of(new WayIn.Password(form.password()));
	}

	private static Optional<WayIn> passkey(Form form, Map<String, String> problems, HttpServletRequest request) {
		Optional<PublicKeyCredentialCreationOptions> options = Challenges.take(request,
				PublicKeyCredentialCreationOptions.class);
		if (options.isEmpty()) {
			problems.put("password", "admin.passkey.refused");
		}
		return options.map((asked) -> new NewPasskey(asked, form.credential(), form.passkeyName()));
	}

	private static String setUpForm(Model model, String token, String name, String email,
			Map<String, String> problems) {
		model.addAttribute("view", new View("/admin/setup/" + token, name, email, problems, null));
		return "admin/setup";
	}

	private String invitationForm(Model model, String token, Account account, Map<String, String> problems) {
		model.addAttribute("view", new View("/admin/invitations/" + token, account.name(), account.email(), problems,
				this.provider.name()));
		model.addAttribute("role", account.role());
		return "admin/invitation";
	}

	/**
	 * What a person typed, and what the browser made.
	 *
	 * @param name the person's name
	 * @param email the person's e-mail address
	 * @param password the password, empty when a passkey was chosen
	 * @param credential the new passkey, as JSON, empty when a password was chosen
	 * @param passkeyName the name for the passkey
	 */
	record Form(String name, String email, String password, String credential, String passkeyName) {

		@SuppressWarnings("NullAway") // a field that is not sent is bound as null
		Form {
			name = Objects.requireNonNullElse(name, "");
			email = Objects.requireNonNullElse(email, "");
			password = Objects.requireNonNullElse(password, "");
			credential = Objects.requireNonNullElse(credential, "");
			passkeyName = (passkeyName == null || passkeyName.isBlank()) ? "1"
					: passkeyName.strip().substring(0, Math.min(passkeyName.strip().length(), Passkeys.LONGEST_NAME));
		}

		@Override
		public String toString() {
			return "a form";
		}

	}

	/**
	 * What the pages show.
	 *
	 * @param path where the form goes
	 * @param name the person's name
	 * @param email the person's e-mail address
	 * @param problems the keys of what is wrong, by field
	 * @param provider the organisation's sign-in, for people, or null
	 */
	record View(String path, String name, String email, Map<String, String> problems, @Nullable String provider) {
	}

}
