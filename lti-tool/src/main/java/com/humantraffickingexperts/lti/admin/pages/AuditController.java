package com.humantraffickingexperts.lti.admin.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.lti.admin.AdminSection;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.audit.AuditEntry;
import com.humantraffickingexperts.lti.audit.AuditFilter;
import com.humantraffickingexperts.lti.audit.AuditHistory;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;

/** Who changed what, and when. Institution administrators see what concerns their own. */
@Controller
class AuditController {

	private static final String PAGE = "/admin/audit";

	private static final int ON_A_PAGE = 50;

	private final AuditHistory history;

	private final Institutions institutions;

	AuditController(AuditHistory history, Institutions institutions) {
		this.history = history;
		this.institutions = institutions;
	}

	/** The entry of the navigation. */
	@Configuration(proxyBeanMethods = false)
	static class Section {

		@Bean
		AdminSection auditSection() {
			return AdminSection.of(900, "admin.audit", PAGE);
		}

	}

	@GetMapping(PAGE)
	String page(Administrator administrator, Question question, Model model) {
		InstitutionId own = administrator.institution();
		String institution = (own == null) ? null : own.value();
		List<AuditEntry> entries = this.history.find(question.filter(institution), blankToNull(question.before()),
				ON_A_PAGE + 1);
		List<AuditEntry> shown = entries.subList(0, Math.min(entries.size(), ON_A_PAGE));
		Map<String, String> names = administrator.operator() ? this.institutions.all()
			.stream()
			.collect(Collectors.toMap((known) -> known.id().value(), Institution::name)) : Map.of();
		model.addAttribute("entries", shown.stream().map((entry) -> EntryView.of(entry, names)).toList());
		model.addAttribute("question", question);
		model.addAttribute("actors", this.history.actors(institution));
		model.addAttribute("areas", this.history.areas(institution));
		model.addAttribute("newest", (question.before() == null) ? null : question.path(null));
		model.addAttribute("older", (entries.size() > ON_A_PAGE) ? question.path(shown.getLast().id()) : null);
		return "admin/audit";
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * What is asked for.
	 *
	 * @param actor the administrator's id
	 * @param area the area
	 * @param text a part of the subject's name, its id, or a reference
	 * @param from the first day, in UTC
	 * @param until the last day, in UTC
	 * @param before the id of the last entry of the page before
	 */
	record Question(@Nullable String actor, @Nullable String area, @Nullable String text, @Nullable String from,
			@Nullable String until, @Nullable String before) {

		AuditFilter filter(@Nullable String institution) {
			return new AuditFilter(institution, blankToNull(this.actor), blankToNull(this.area), blankToNull(this.text),
					day(this.from, 0), day(this.until, 1));
		}

		/**
		 * A day that cannot be read does not restrict: the field shows that it is empty.
		 */
		private static @Nullable Instant day(@Nullable String text, int later) {
			try {
				return (text == null || text.isBlank()) ? null
						: LocalDate.parse(text.strip()).plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

		public boolean restricts() {
			return !filter(null).equals(AuditFilter.ALL);
		}

		String path(@Nullable String last) {
			UriComponentsBuilder path = UriComponentsBuilder.fromPath(PAGE);
			add(path, "actor", this.actor);
			add(path, "area", this.area);
			add(path, "text", this.text);
			add(path, "from", this.from);
			add(path, "until", this.until);
			add(path, "before", last);
			return path.encode().build().toUriString();
		}

		private static void add(UriComponentsBuilder path, String name, @Nullable String value) {
			if (value != null && !value.isBlank()) {
				path.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
			}
		}

	}

	/**
	 * An entry as the page shows it.
	 *
	 * @param entry the entry
	 * @param institution the institution's name, or null
	 * @param fields what changed, field by field
	 */
	record EntryView(AuditEntry entry, @Nullable String institution, List<Field> fields) {

		static EntryView of(AuditEntry entry, Map<String, String> institutions) {
			Map<String, String> before = entry.change().before();
			Map<String, String> after = entry.change().after();
			TreeSet<String> names = new TreeSet<>(before.keySet());
			names.addAll(after.keySet());
			List<Field> fields = new ArrayList<>();
			names.forEach((name) -> fields.add(new Field(name, word(name, before.get(name), institutions),
					word(name, after.get(name), institutions))));
			String institution = entry.change().institutionId();
			return new EntryView(entry, (institution == null) ? null : institutions.get(institution), fields);
		}

		private static @Nullable String word(String field, @Nullable String value, Map<String, String> institutions) {
			return (value != null && "institution".equals(field)) ? institutions.getOrDefault(value, value) : value;
		}

	}

	/**
	 * A field that changed.
	 *
	 * @param name its name
	 * @param before what it was, or null
	 * @param after what it is, or null
	 */
	record Field(String name, @Nullable String before, @Nullable String after) {
	}

}
