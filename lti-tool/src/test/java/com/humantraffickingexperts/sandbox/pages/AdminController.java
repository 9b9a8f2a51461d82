package com.humantraffickingexperts.sandbox.pages;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.SandboxSettings;
import com.humantraffickingexperts.sandbox.faults.Fault;
import com.humantraffickingexperts.sandbox.faults.Faults;
import com.humantraffickingexperts.sandbox.faults.RecordedRequests;
import com.humantraffickingexperts.sandbox.faults.Service;
import com.humantraffickingexperts.sandbox.keys.PlatformKeys;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.DynamicRegistration;
import com.humantraffickingexperts.sandbox.registration.Registrations;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * What the administrator sees and may change.
 */
@Controller
class AdminController {

	private static final String BACK = "redirect:/admin";

	private final Visit visit;

	private final Registrations registrations;

	private final DynamicRegistration dynamicRegistration;

	private final CurrentManners manners;

	private final Faults faults;

	private final PlatformKeys keys;

	private final SandboxClock clock;

	private final AccessTokens tokens;

	private final RecordedRequests requests;

	private final PlatformAddress address;

	private final SandboxSettings settings;

	AdminController(Visit visit, Registrations registrations, DynamicRegistration dynamicRegistration,
			CurrentManners manners, Faults faults, PlatformKeys keys, SandboxClock clock, AccessTokens tokens,
			RecordedRequests requests, PlatformAddress address, SandboxSettings settings) {
		this.visit = visit;
		this.registrations = registrations;
		this.dynamicRegistration = dynamicRegistration;
		this.manners = manners;
		this.faults = faults;
		this.keys = keys;
		this.clock = clock;
		this.tokens = tokens;
		this.requests = requests;
		this.address = address;
		this.settings = settings;
	}

	@GetMapping("/admin")
	String admin(HttpServletRequest request, Model model) {
		this.visit.administrator(request);
		model.addAttribute("registrations", this.registrations.all());
		model.addAttribute("allManners", Manners.values());
		model.addAttribute("manners", this.manners.get());
		model.addAttribute("storage", this.manners.platformStorage());
		model.addAttribute("services", Service.values());
		model.addAttribute("kinds", Fault.Kind.values());
		model.addAttribute("faults", this.faults.inForce());
		model.addAttribute("keyId", this.keys.signingKeyId());
		model.addAttribute("keyCount", this.keys.publicKeys().getKeys().size());
		model.addAttribute("skew", this.clock.skew().toSeconds());
		model.addAttribute("issuer", this.address.issuer().toString());
		model.addAttribute("requests", this.requests.all().reversed().stream().limit(20).toList());
		model.addAttribute("registersInNewTab", this.manners.are(Manners.BRIGHTSPACE));
		model.addAttribute("registrationUrl", this.settings.toolBaseUrl() + "/lti/register");
		return "admin";
	}

	@PostMapping("/admin/manners")
	String takeManners(HttpServletRequest request, @RequestParam("manners") Manners chosen,
			@RequestParam(name = "storage", defaultValue = "") String storage) {
		this.visit.administrator(request);
		this.manners.take(chosen);
		this.manners.platformStorage(storage.isEmpty() ? null : Boolean.valueOf(storage));
		return BACK;
	}

	@PostMapping("/admin/faults")
	String setFault(HttpServletRequest request, @RequestParam("service") Service service,
			@RequestParam("kind") Fault.Kind kind, @RequestParam(name = "status", defaultValue = "503") int status,
			@RequestParam(name = "milliseconds", defaultValue = "2000") long milliseconds,
			@RequestParam(name = "chance", defaultValue = "100") double chance,
			@RequestParam(name = "calls", defaultValue = "-1") int calls) {
		this.visit.administrator(request);
		this.faults.set(service, new Fault(kind, status, Duration.ofMillis(milliseconds), chance / 100, calls));
		return BACK;
	}

	@PostMapping("/admin/faults/clear")
	String clearFaults(HttpServletRequest request) {
		this.visit.administrator(request);
		this.faults.clear();
		return BACK;
	}

	@PostMapping("/admin/keys/{what}")
	String changeKeys(HttpServletRequest request, @PathVariable("what") String what) {
		this.visit.administrator(request);
		switch (what) {
			case "rotate" -> this.keys.rotate();
			case "forget" -> this.keys.forgetRetired();
			case "replace" -> this.keys.replaceAll();
			default -> throw new PageNotFound();
		}
		return BACK;
	}

	@PostMapping("/admin/clock")
	String skewClock(HttpServletRequest request, @RequestParam("seconds") long seconds) {
		this.visit.administrator(request);
		this.clock.skew(Duration.ofSeconds(seconds));
		return BACK;
	}

	@PostMapping("/admin/tokens/expire")
	String expireTokens(HttpServletRequest request) {
		this.visit.administrator(request);
		this.tokens.expireAll();
		return BACK;
	}

	@PostMapping("/admin/registrations/{client}/{state}")
	String switchRegistration(HttpServletRequest request, @PathVariable("client") String clientId,
			@PathVariable("state") String state) {
		this.visit.administrator(request);
		switch (state) {
			case "on" -> this.registrations.switchOn(clientId, true);
			case "off" -> this.registrations.switchOn(clientId, false);
			case "remove" -> this.registrations.remove(clientId);
			default -> throw new PageNotFound();
		}
		return BACK;
	}

	@PostMapping("/admin/register")
	String register(HttpServletRequest request, @RequestParam("url") String url, Model model) {
		this.visit.administrator(request);
		String address = this.dynamicRegistration.begin(url);
		if (this.manners.are(Manners.BRIGHTSPACE)) {
			return "redirect:" + address;
		}
		model.addAttribute("frameSource", address);
		return "register";
	}

}
