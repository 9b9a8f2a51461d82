package com.humantraffickingexperts.lti.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.admin.Reauthenticated;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.keys.SigningKey;
import com.humantraffickingexperts.lti.keys.SigningKey.State;
import com.humantraffickingexperts.lti.keys.ToolKeyRing;
import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * The tool's signing keys: which is used, which comes next, and whether they are safe.
 */
@Controller
@OperatorsOnly
@RequestMapping(KeysController.PATH)
class KeysController {

	static final String PATH = "/admin/keys";

	private static final String BACK = "redirect:" + PATH;

	private final ToolKeyRing keys;

	private final AuditLog log;

	private final ToolAddress address;

	private final Clock clock;

	KeysController(ToolKeyRing keys, AuditLog log, ToolAddress address, Clock clock) {
		this.keys = keys;
		this.log = log;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping
	String keys(Model model) {
		List<SigningKey> all = this.keys.keys();
		model.addAttribute("keys", all.stream().sorted(Comparator.comparing(KeysController::place)).toList());
		model.addAttribute("encrypted", this.keys.encrypted());
		model.addAttribute("exposed", all.stream().filter((key) -> !key.encrypted()).count());
		model.addAttribute("address", this.address.url("/lti/jwks.json"));
		model.addAttribute("earliest", earliest(all));
		model.addAttribute("ready", !this.clock.instant().isBefore(earliest(all)));
		return "console/keys";
	}

	private static int place(SigningKey key) {
		return switch (key.state()) {
			case CURRENT -> 0;
			case NEXT -> 1;
			case RETIRED -> 2;
		};
	}

	/** From when on every platform knows the next key. */
	private Instant earliest(List<SigningKey> keys) {
		return keys.stream()
			.filter((key) -> key.state() == State.NEXT)
			.map((key) -> key.createdAt().plus(SigningKey.PUBLISHED_BEFORE))
			.findFirst()
			.orElseGet(this.clock::instant);
	}

	@Reauthenticated
	@GetMapping("/rotation")
	String ask() {
		return "console/keys-rotate";
	}

	@Reauthenticated
	@PostMapping("/rotation")
	String rotate(Administrator administrator, RedirectAttributes redirect) {
		String before = current();
		ToolKeyRing.Outcome outcome = this.keys.rotateNow();
		if (outcome == ToolKeyRing.Outcome.ROTATED) {
			record(administrator, "signing-key.rotated", before, current());
		}
		AdminFlash.done(redirect, "console.keys.done." + outcome);
		return BACK;
	}

	@Reauthenticated
	@GetMapping("/{kid:[A-Za-z0-9_-]+}/revocation")
	String askToRevoke(@PathVariable String kid, Model model) {
		model.addAttribute("key", key(kid));
		return "console/keys-revoke";
	}

	@Reauthenticated
	@PostMapping("/{kid:[A-Za-z0-9_-]+}/revocation")
	String revoke(Administrator administrator, @PathVariable String kid, RedirectAttributes redirect) {
		SigningKey key = key(kid);
		if (this.keys.revoke(key.kid())) {
			record(administrator, "signing-key.revoked", key.kid(), current());
		}
		AdminFlash.done(redirect, "console.keys.done.revoked");
		return BACK;
	}

	private SigningKey key(String kid) {
		return this.keys.keys()
			.stream()
			.filter((key) -> key.kid().equals(kid))
			.findFirst()
			.orElseThrow(Administrator::notFound);
	}

	private String current() {
		return this.keys.keys()
			.stream()
			.filter((key) -> key.state() == State.CURRENT)
			.map(SigningKey::kid)
			.findFirst()
			.orElse("");
	}

	private void record(Administrator administrator, String action, String before, String after) {
		this.log.record(administrator.actor(), AuditedChange.of(action, new AuditSubject("signing-key", before, before))
			.changing(Map.of("key in use", before), Map.of("key in use", after)));
	}

}
