package com.humantraffickingexperts.lti.console;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;

/** What operators do to institutions, written down in the audit log. */
@Component
class InstitutionEditor {

	private final Institutions institutions;

	private final AuditLog log;

	InstitutionEditor(Institutions institutions, AuditLog log) {
		this.institutions = institutions;
		this.log = log;
	}

	@Transactional
	Institution add(Administrator administrator, String name) {
		Institution added = this.institutions.add(name);
		record(administrator, "institution.added", added, Map.of(), Map.of("name", name));
		return added;
	}

	@Transactional
	void rename(Administrator administrator, Institution institution, String name) {
		this.institutions.rename(institution.id(), name);
		record(administrator, "institution.renamed", institution, Map.of("name", institution.name()),
				Map.of("name", name));
	}

	private void record(Administrator administrator, String action, Institution institution, Map<String, String> before,
			Map<String, String> after) {
		this.log.record(administrator.actor(),
				AuditedChange.of(action, new AuditSubject("institution", institution.id().value(), institution.name()))
					.in(institution.id().value())
					.changing(before, after));
	}

}
