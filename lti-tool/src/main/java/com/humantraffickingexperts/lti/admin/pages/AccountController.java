package com.humantraffickingexperts.lti.admin.pages;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.Reauthenticated;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.AccountRules;
import com.humantraffickingexperts.lti.admin.accounts.Accounts;
import com.humantraffickingexperts.lti.admin.accounts.Entrance;
import com.humantraffickingexperts.lti.admin.accounts.NewPasskey;
import com.humantraffickingexperts.lti.admin.accounts.Passkey;
import com.humantraffickingexperts.lti.admin.accounts.PasskeyRefused;
import com.humantraffickingexperts.lti.admin.accounts.Passkeys;
import com.humantraffickingexperts.lti.admin.accounts.WayIn;
import com.humantraffickingexperts.lti.admin.entry.AdminSessions;
import com.humantraffickingexperts.lti.admin.entry.Challenges;

/** The own account: name, password, passkeys, and where one is signed in. */
@Controller
class AccountController {

	private static final String PAGE = "/admin/account";

	private static final String BACK = "redirect:" + PAGE;

	private final Accounts accounts;

	private final Entrance entrance;

	private final Passkeys passkeys;

	private final AdminSessions sessions;

	AccountController(Accounts accounts, Entrance entrance, Passkeys passkeys, AdminSessions sessions) {
		this.accounts = accounts;
		this.entrance = entrance;
		this.passkeys = passkeys;
		this.sessions = sessions;
	}

	@GetMapping(PAGE)
	String page(Administrator administrator, Model model, HttpServletRequest request) {
		return page(administrator, model, request, administrator.name(), null);
	}

	private String page(Administrator administrator, Model model, HttpServletRequest request, String name,
			@Nullable String problem) {
		model.addAttribute("account", account(administrator));
		model.addAttribute("name", name);
		model.addAttribute("problem", problem);
		model.addAttribute("passkeys", this.passkeys.of(administrator.id()));
		model.addAttribute("sessions",
				this.sessions.of(administrator.id(), request).stream().map(SessionView::of).toList());
		return "admin/account";
	}

	@PostMapping(PAGE + "/name")
	String rename(Administrator administrator, @RequestParam String name, Model model, RedirectAttributes redirect,
			HttpServletRequest request, HttpServletResponse response) {
		if (!AccountRules.name(name)) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(administrator, model, request, name, "admin.name.wrong");
		}
		this.accounts.rename(administrator, name.strip());
		AdminFlash.done(redirect, "admin.account.renamed");
		return BACK;
	}

	@Reauthenticated
	@GetMapping(PAGE + "/password")
	String passwordForm(Administrator administrator, Model model) {
		return passwordForm(administrator, model, null);
	}

	@Reauthenticated
	@PostMapping(PAGE + "/password")
	String changePassword(Administrator administrator, @RequestParam String password, Model model,
			RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		Account account = account(administrator);
		Optional<String> problem = Entrance.passwordProblem(password, account.name(), account.email());
		if (problem.isPresent()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return passwordForm(administrator, model, problem.get());
		}
		this.entrance.add(administrator, new WayIn.Password(password));
		this.sessions.endOthers(administrator.id(), request);
		AdminFlash.done(redirect, "admin.account.passwordChanged");
		return BACK;
	}

	private String passwordForm(Administrator administrator, Model model, @Nullable String problem) {
		model.addAttribute("account", account(administrator));
		model.addAttribute("problem", problem);
		trail(model);
		return "admin/password";
	}

	@Reauthenticated
	@GetMapping(PAGE + "/passkeys/new")
	String passkeyForm(Model model) {
		return passkeyForm(model, "", null);
	}

	@PostMapping(PAGE + "/passkeys/options")
	ResponseEntity<String> passkeyOptions(Administrator administrator, HttpServletRequest request) {
		Account account = account(administrator);
		PublicKeyCredentialCreationOptions options = this.passkeys.creation(account.id(), account.email(),
				account.name());
		Challenges.keep(request, options);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.json(options));
	}

	@Reauthenticated
	@PostMapping(PAGE + "/passkeys/new")
	String addPasskey(Administrator administrator, @RequestParam String passkeyName, @RequestParam String credential,
			Model model, RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		Optional<PublicKeyCredentialCreationOptions> options = Challenges.take(request,
				PublicKeyCredentialCreationOptions.class);
		String name = passkeyName.strip();
		if (name.isEmpty() || name.length() > Passkeys.LONGEST_NAME) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return passkeyForm(model, passkeyName, "admin.passkey.name.wrong");
		}
		if (options.isEmpty() || !add(administrator, new NewPasskey(options.get(), credential, name))) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return passkeyForm(model, passkeyName, "admin.passkey.refused");
		}
		AdminFlash.done(redirect, "admin.account.passkeyAdded", name);
		return BACK;
	}

	private boolean add(Administrator administrator, NewPasskey passkey) {
		try {
			this.entrance.add(administrator, passkey);
			return true;
		}
		catch (PasskeyRefused ex) {
			return false;
		}
	}

	private static String passkeyForm(Model model, String name, @Nullable String problem) {
		model.addAttribute("passkeyName", name);
		model.addAttribute("problem", problem);
		trail(model);
		return "admin/passkey";
	}

	@Reauthenticated
	@GetMapping(PAGE + "/passkeys/{id}/remove")
	String confirmRemoval(Administrator administrator, @PathVariable String id, Model model) {
		model.addAttribute("passkey", passkey(administrator, id));
		trail(model);
		return "admin/passkey-remove";
	}

	@Reauthenticated
	@PostMapping(PAGE + "/passkeys/{id}/remove")
	String remove(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Passkey passkey = passkey(administrator, id);
		AdminFlash.done(redirect, this.entrance.remove(administrator, passkey) ? "admin.account.passkeyRemoved"
				: "admin.account.passkeyOnly", passkey.name());
		return BACK;
	}

	@PostMapping(PAGE + "/sessions/{id}/end")
	String endSession(Administrator administrator, @PathVariable String id, RedirectAttributes redirect,
			HttpServletRequest request) {
		this.sessions.endOther(administrator.id(), id, request);
		AdminFlash.done(redirect, "admin.account.sessionEnded");
		return BACK;
	}

	@PostMapping(PAGE + "/sessions/end-others")
	String endOtherSessions(Administrator administrator, RedirectAttributes redirect, HttpServletRequest request) {
		this.sessions.endOthers(administrator.id(), request);
		AdminFlash.done(redirect, "admin.account.sessionsEnded");
		return BACK;
	}

	private Account account(Administrator administrator) {
		return this.accounts.find(administrator.id()).orElseThrow();
	}

	private Passkey passkey(Administrator administrator, String id) {
		return this.passkeys.find(administrator.id(), id).orElseThrow(Administrator::notFound);
	}

	private static void trail(Model model) {
		AdminTrail.set(model);
	}

}
