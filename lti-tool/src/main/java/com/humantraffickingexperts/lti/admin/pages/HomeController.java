package com.humantraffickingexperts.lti.admin.pages;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.humantraffickingexperts.lti.admin.AdminCounts;
import com.humantraffickingexperts.lti.admin.AdminNotice;
import com.humantraffickingexperts.lti.admin.AdminNotices;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Registrations;

/** What needs attention, what there is, and what comes next. */
@Controller
class HomeController {

	private final List<AdminNotices> notices;

	private final List<AdminCounts> counts;

	private final Registrations registrations;

	HomeController(List<AdminNotices> notices, List<AdminCounts> counts, Registrations registrations) {
		this.notices = List.copyOf(notices);
		this.counts = List.copyOf(counts);
		this.registrations = registrations;
	}

	@GetMapping("/admin")
	String home(Administrator administrator, Model model) {
		model.addAttribute("notices",
				this.notices.stream()
					.flatMap((source) -> source.noticesFor(administrator).stream())
					.sorted(Comparator.comparing(AdminNotice::severity))
					.toList());
		model.addAttribute("counts",
				this.counts.stream().flatMap((source) -> source.countsFor(administrator).stream()).toList());
		model.addAttribute("empty",
				this.registrations.all()
					.stream()
					.noneMatch((registration) -> administrator.mayManage(registration.institution())));
		return "admin/home";
	}

}
