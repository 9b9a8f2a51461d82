package com.humantraffickingexperts.lti.inspector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** What became of each login and launch: the list, and a page for each. */
@Controller
class InspectorController {

	private static final String PATH = "/admin/launches";

	private static final int ON_A_PAGE = 50;

	private static final Duration OMITTED_SHOWN = Duration.ofDays(7);

	private static final String ID = "[0-9a-f]{32}";

	private final JdbcLaunchRecords records;

	private final InspectedRegistrations registrations;

	private final Clock clock;

	InspectorController(JdbcLaunchRecords records, InspectedRegistrations registrations, Clock clock) {
		this.records = records;
		this.registrations = registrations;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String list(Administrator administrator, @RequestParam Map<String, String> asked, Model model) {
		Collection<RegistrationId> readable = this.registrations.readable(administrator);
		List<LaunchRecord> found = this.records.find(readable, filter(asked), before(asked), ON_A_PAGE + 1);
		List<LaunchRecord> page = found.subList(0, Math.min(ON_A_PAGE, found.size()));
		model.addAttribute("rows",
				page.stream()
					.map((record) -> LaunchRow.of(record, this.registrations.find(record.registration())))
					.toList());
		model.addAttribute("asked", answered(asked));
		model.addAttribute("filtered", !answered(asked).isEmpty());
		model.addAttribute("registrations", this.registrations.of(administrator));
		model.addAttribute("codes", Arrays.stream(LaunchRefusal.values()).map(LaunchRefusal::code).sorted().toList());
		model.addAttribute("newest", (before(asked) == null) ? null : path(asked, null));
		model.addAttribute("older", (found.size() > ON_A_PAGE) ? path(asked, page.getLast().id()) : null);
		model.addAttribute("omitted", this.records.omitted(readable, this.clock.instant().minus(OMITTED_SHOWN)));
		return "inspector/launches";
	}

	@GetMapping(PATH + "/{id:" + ID + "}")
	String launch(Administrator administrator, @PathVariable String id, Model model) {
		LaunchRecord record = this.records.find(id).orElseThrow(Administrator::notFound);
		this.registrations.requireReadable(administrator, record);
		model.addAttribute("launch", LaunchPageView.of(record, this.registrations.find(record.registration())));
		AdminTrail.set(model);
		return "inspector/launch";
	}

	private static RecordFilter filter(Map<String, String> asked) {
		String registration = text(asked, "registration");
		String outcome = text(asked, "outcome");
		return new RecordFilter(
				(registration == null || !registration.matches("[a-z0-9]{1,64}")) ? null
						: new RegistrationId(registration),
				"accepted".equals(outcome) ? Boolean.TRUE : "refused".equals(outcome) ? Boolean.FALSE : null,
				text(asked, "code"), RecordFilter.reference(text(asked, "reference")), day(asked, "from", 0),
				day(asked, "until", 1));
	}

	private static @Nullable String before(Map<String, String> asked) {
		String before = text(asked, "before");
		return (before == null || !before.matches(ID)) ? null : before;
	}

	private static @Nullable Instant day(Map<String, String> asked, String name, int daysLater) {
		String text = text(asked, name);
		try {
			return (text == null) ? null
					: LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable String text(Map<String, String> asked, String name) {
		String value = asked.get(name);
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	private static Map<String, String> answered(Map<String, String> asked) {
		Map<String, String> answered = new LinkedHashMap<>();
		for (String name : List.of("reference", "registration", "outcome", "code", "from", "until")) {
			String value = text(asked, name);
			if (value != null) {
				answered.put(name, value);
			}
		}
		return answered;
	}

	private static String path(Map<String, String> asked, @Nullable String before) {
		UriComponentsBuilder path = UriComponentsBuilder.fromPath(PATH);
		answered(asked).forEach((name, value) -> path.queryParam(name, "{" + name + "}"));
		if (before != null) {
			path.queryParam("before", before);
		}
		return path.encode().buildAndExpand(answered(asked)).toUriString();
	}

}
