package com.humantraffickingexperts.lti.admin.entry;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.lti.admin.AdminErrorCode;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.Entrance;
import com.humantraffickingexperts.lti.admin.entry.Provider.Purpose;
import com.humantraffickingexperts.lti.web.ToolError;

/** The way to the organisation's sign-in and back. */
@Controller
class ProviderController {

	private final Provider provider;

	private final Entrance entrance;

	private final AdminSessions sessions;

	private final SignInLimits limits;

	ProviderController(Provider provider, Entrance entrance, AdminSessions sessions, SignInLimits limits) {
		this.provider = provider;
		this.entrance = entrance;
		this.sessions = sessions;
		this.limits = limits;
	}

	@GetMapping("/admin/sign-in/provider")
	ResponseEntity<Void> signIn(@RequestParam(required = false) @Nullable String then, HttpServletRequest request) {
		return begin(request, Purpose.SIGN_IN, Then.page(then));
	}

	@GetMapping("/admin/invitations/{token}/provider")
	ResponseEntity<Void> join(@PathVariable String token, HttpServletRequest request) {
		this.entrance.openInvitation(token);
		return begin(request, Purpose.INVITATION, token);
	}

	@GetMapping("/admin/proof/provider")
	ResponseEntity<Void> prove(@RequestParam(required = false) @Nullable String then, HttpServletRequest request) {
		return begin(request, Purpose.PROOF, Then.page(then));
	}

	@GetMapping(Provider.CALLBACK)
	ResponseEntity<Void> back(HttpServletRequest request) {
		Provider.Answer answer = this.provider.finish(request);
		return switch (answer.purpose()) {
			case SIGN_IN -> enter(request, account(answer), answer.detail());
			case INVITATION -> enter(request, this.entrance.join(answer.detail(), answer.person()), "/admin");
			case PROOF -> prove(request, account(answer), answer.detail());
		};
	}

	private ResponseEntity<Void> begin(HttpServletRequest request, Purpose purpose, String detail) {
		this.limits.attempt(request);
		return seeOther(this.provider.begin(request, purpose, detail));
	}

	private ResponseEntity<Void> enter(HttpServletRequest request, Account account, String then) {
		this.sessions.begin(request, account.id());
		this.entrance.signedIn(account, "provider");
		return seeOther(URI.create(then));
	}

	private ResponseEntity<Void> prove(HttpServletRequest request, Account account, String then) {
		Administrator administrator = AdminArgument.signedIn();
		if (administrator == null || !administrator.id().equals(account.id())) {
			throw new ToolError(AdminErrorCode.PROVIDER_REFUSED, Map.of("reason", "somebody else proved who they are"));
		}
		this.sessions.proved(request);
		return seeOther(URI.create(then));
	}

	private Account account(Provider.Answer answer) {
		return this.entrance.byProvider(answer.person())
			.orElseThrow(() -> new ToolError(AdminErrorCode.PROVIDER_REFUSED,
					Map.of("reason", "no account belongs to the person")));
	}

	private static ResponseEntity<Void> seeOther(URI place) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(place).build();
	}

}
