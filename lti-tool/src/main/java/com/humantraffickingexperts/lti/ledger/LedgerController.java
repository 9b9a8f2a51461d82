package com.humantraffickingexperts.lti.ledger;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.grades.GradeLedger;
import com.humantraffickingexperts.lti.grades.GradeLedger.LedgerFilter;
import com.humantraffickingexperts.lti.grades.LedgerEntry;
import com.humantraffickingexperts.lti.grades.Reconciliation;
import com.humantraffickingexperts.lti.grades.ScoreId;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/** The grades of a platform, and each with its history. */
@Controller
@RequestMapping("/admin/registrations/{id:[a-z0-9]{1,64}}/grades")
class LedgerController {

	private static final String SCORE = "/{score:[0-9a-f]{32}}";

	private static final int LAST_PAGE = 10_000;

	private final GradeLedger ledger;

	private final Reconciliation reconciliation;

	private final RegistrationStore registrations;

	private final MessageSource messages;

	LedgerController(GradeLedger ledger, Reconciliation reconciliation, RegistrationStore registrations,
			MessageSource messages) {
		this.ledger = ledger;
		this.reconciliation = reconciliation;
		this.registrations = registrations;
		this.messages = messages;
	}

	static String path(RegistrationId id) {
		return "/admin/registrations/" + id + "/grades";
	}

	@GetMapping
	String grades(Administrator administrator, @PathVariable String id, @RequestParam(defaultValue = "ALL") String show,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Registration registration = registration(administrator, id);
		LedgerFilter filter = filter(show);
		int number = Math.clamp(page, 0, LAST_PAGE);
		List<LedgerEntry> found = this.ledger.find(registration.id(), filter, number);
		boolean more = found.size() > GradeLedger.ON_A_PAGE;
		model.addAttribute("grades",
				new GradesView(registration.name(), path(registration.id()), filter,
						this.ledger.counts(registration.id()), LaneView.of(this.ledger.lane(registration.id())),
						this.reconciliation.last(registration.id()).map(ReadingView::of).orElse(null),
						found.stream().limit(GradeLedger.ON_A_PAGE).map(GradeRow::of).toList(), number, more));
		AdminTrail.set(model, step(registration));
		return "ledger/grades";
	}

	@GetMapping(SCORE)
	String grade(Administrator administrator, @PathVariable String id, @PathVariable String score, Locale locale,
			Model model) {
		Registration registration = registration(administrator, id);
		GradeLedger.LedgerPage page = this.ledger.find(registration.id(), new ScoreId(score))
			.orElseThrow(Administrator::notFound);
		model.addAttribute("grade", GradeView.of(page, path(registration.id())));
		AdminTrail.set(model, step(registration),
				new AdminTrail.Step(this.messages.getMessage("ledger.grades", null, locale), path(registration.id())));
		return "ledger/grade";
	}

	@PostMapping("/resend")
	String resendAll(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Registration registration = registration(administrator, id);
		AdminFlash.done(redirect, "ledger.resent.all", this.ledger.resend(registration.id()));
		return "redirect:" + path(registration.id());
	}

	@PostMapping(SCORE + "/resend")
	String resend(Administrator administrator, @PathVariable String id, @PathVariable String score,
			RedirectAttributes redirect) {
		Registration registration = registration(administrator, id);
		boolean resent = this.ledger.resend(registration.id(), new ScoreId(score));
		AdminFlash.done(redirect, resent ? "ledger.resent" : "ledger.resent.not");
		return "redirect:" + path(registration.id()) + "/" + score;
	}

	@PostMapping("/read")
	String read(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Registration registration = registration(administrator, id);
		this.reconciliation.request(registration.id());
		AdminFlash.done(redirect, "ledger.read.requested");
		return "redirect:" + path(registration.id());
	}

	private static LedgerFilter filter(String text) {
		try {
			return LedgerFilter.valueOf(text.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return LedgerFilter.ALL;
		}
	}

	private static AdminTrail.Step step(Registration registration) {
		return new AdminTrail.Step(registration.name(), "/admin/registrations/" + registration.id());
	}

	private Registration registration(Administrator administrator, String id) {
		Registration registration = this.registrations.find(new RegistrationId(id))
			.map(ManagedRegistration::registration)
			.orElseThrow(Administrator::notFound);
		administrator.requireManages(registration.institution());
		return registration;
	}

}
