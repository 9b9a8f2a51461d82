package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/** What administrators do with invitations, recorded. */
@Component
class InvitationDesk {

	private final Invitations invitations;

	private final Institutions institutions;

	private final AuditLog audit;

	InvitationDesk(Invitations invitations, Institutions institutions, AuditLog audit) {
		this.invitations = invitations;
		this.institutions = institutions;
		this.audit = audit;
	}

	/**
	 * Invites an institution.
	 * @param administrator who invites
	 * @param institution who is invited
	 * @param family the product for which the steps are shown
	 * @return the invitation and its link
	 */
	@Transactional
	Invitations.Made invite(Administrator administrator, Institution institution, PlatformFamily family) {
		administrator.requireManages(institution.id());
		Invitations.Made made = this.invitations.make(institution.id(), family);
		record(administrator, "invitation.made", made.invitation(), institution.name());
		return made;
	}

	/**
	 * Takes an invitation back.
	 * @param administrator who takes it back
	 * @param invitation an invitation that the administrator may manage
	 * @return false when it was used or taken back before
	 */
	@Transactional
	boolean revoke(Administrator administrator, Invitation invitation) {
		administrator.requireManages(invitation.institution());
		boolean revoked = this.invitations.revoke(invitation.id());
		if (revoked) {
			record(administrator, "invitation.revoked", invitation, name(invitation.institution()));
		}
		return revoked;
	}

	/**
	 * The name of an institution.
	 * @param id our name for it
	 * @return its name for people
	 */
	String name(InstitutionId id) {
		return this.institutions.find(id).map(Institution::name).orElse(id.value());
	}

	private void record(Administrator administrator, String action, Invitation invitation, String institution) {
		this.audit.record(administrator.actor(),
				AuditedChange
					.of(action, new AuditSubject("registration-invitation", invitation.id().value(), institution))
					.in(invitation.institution().value())
					.changing(Map.of(), Map.of("platform", invitation.family().name().toLowerCase(Locale.ROOT),
							"expires", invitation.expiresAt().toString())));
	}

}
