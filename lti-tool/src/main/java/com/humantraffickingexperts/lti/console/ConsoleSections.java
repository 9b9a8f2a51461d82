package com.humantraffickingexperts.lti.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.admin.AdminCounts;
import com.humantraffickingexperts.lti.admin.AdminNotice;
import com.humantraffickingexperts.lti.admin.AdminNotice.Severity;
import com.humantraffickingexperts.lti.admin.AdminNotices;
import com.humantraffickingexperts.lti.admin.AdminSection;
import com.humantraffickingexperts.lti.console.RegistrationOverview.Row;
import com.humantraffickingexperts.lti.keys.ToolKeyRing;

/** Entries of these pages in the navigation and on the console's home page. */
@Configuration(proxyBeanMethods = false)
class ConsoleSections {

	static final String REGISTRATIONS = "/admin/registrations";

	@Bean
	AdminSection registrationsSection() {
		return AdminSection.of(100, "console.registrations", REGISTRATIONS);
	}

	@Bean
	AdminSection institutionsSection() {
		return AdminSection.forOperators(110, "console.institutions", "/admin/institutions");
	}

	@Bean
	AdminSection keysSection() {
		return AdminSection.forOperators(700, "console.keys", KeysController.PATH);
	}

	@Bean
	AdminNotices keysNotices(ToolKeyRing keys) {
		return (administrator) -> (administrator.operator() && !keys.encrypted())
				? List.of(new AdminNotice(Severity.CARE, "console.notice.keys", List.of(), KeysController.PATH,
						"console.notice.keys.open"))
				: List.of();
	}

	@Bean
	AdminCounts registrationCounts(RegistrationOverview overview) {
		return (administrator) -> List.of(new AdminCounts.Count("console.count.registrations",
				overview.rows(administrator).size(), REGISTRATIONS));
	}

	@Bean
	AdminNotices registrationNotices(RegistrationOverview overview) {
		return (administrator) -> {
			List<AdminNotice> notices = new ArrayList<>();
			for (Row row : overview.rows(administrator)) {
				Severity severity = severity(row.status());
				if (severity != null) {
					notices.add(new AdminNotice(severity, "console.notice." + row.status(),
							List.of(row.name(), row.waiting()), row.path(), "console.notice.open"));
				}
			}
			return notices;
		};
	}

	private static @Nullable Severity severity(RegistrationStatus status) {
		return switch (status) {
			case FULL -> Severity.FAILED;
			case PENDING, WAITING, ENDED -> Severity.CARE;
			case DISABLED, NOT_BEGUN, ENABLED -> null;
		};
	}

}
