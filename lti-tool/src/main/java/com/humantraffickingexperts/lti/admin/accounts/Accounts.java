package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.web.ToolAddress;

/** Administrators' accounts, as operators see and change them. */
@Component
public class Accounts {

	/** How long an invitation is open. */
	public static final Duration INVITATION = Duration.ofDays(7);

	private final JdbcAdministrators administrators;

	private final JdbcLinks links;

	private final JdbcPasskeys passkeys;

	private final Institutions institutions;

	private final AuditLog audit;

	private final ToolAddress address;

	private final Clock clock;

	Accounts(JdbcAdministrators administrators, JdbcLinks links, JdbcPasskeys passkeys, Institutions institutions,
			AuditLog audit, ToolAddress address, Clock clock) {
		this.administrators = administrators;
		this.links = links;
		this.passkeys = passkeys;
		this.institutions = institutions;
		this.audit = audit;
		this.address = address;
		this.clock = clock;
	}

	/**
	 * Every account.
	 * @return all of them, by name
	 */
	public List<Account> all() {
		return this.administrators.all();
	}

	/**
	 * One account.
	 * @param id our name for the person
	 * @return the account, or empty when there is none
	 */
	public Optional<Account> find(AdministratorId id) {
		return this.administrators.find(id);
	}

	/**
	 * Until when the invitation of an account is open.
	 * @param id our name for the person
	 * @return the instant, or empty when no link leads in
	 */
	public Optional<Instant> invitationExpiry(AdministratorId id) {
		return this.links.expiry(id, this.clock.instant());
	}

	/**
	 * Whether an e-mail address belongs to an account.
	 * @param email the address, whatever its case
	 * @return true also for invited and disabled people
	 */
	public boolean emailTaken(String email) {
		return this.administrators.findByEmail(email).isPresent();
	}

	/**
	 * Adds an institution, so that its administrator can be invited.
	 * @param by who adds it
	 * @param name its name, 1 to 255 characters
	 * @return our name for it
	 */
	@Transactional
	public InstitutionId addInstitution(Administrator by, String name) {
		Institution added = this.institutions.add(name);
		this.audit.record(by.actor(),
				AuditedChange.of("institution.added", new AuditSubject("institution", added.id().value(), added.name()))
					.in(added.id().value()));
		return added.id();
	}

	/**
	 * Invites somebody.
	 * @param by who invites
	 * @param invited whom
	 * @return the link, which is shown once, or empty when the e-mail address is taken
	 */
	@Transactional
	public Optional<Invitation> invite(Administrator by, NewAccount invited) {
		Instant now = this.clock.instant();
		if (this.administrators.findByEmail(invited.email()).isPresent()) {
			return Optional.empty();
		}
		AdministratorId id = new AdministratorId(Ids.inTimeOrder(now));
		try {
			this.administrators.insert(id, invited, null, now);
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
		Account account = require(id);
		record(by, "administrator.invited", account, Map.of(), facts(account));
		return Optional.of(new Invitation(id, newLink(id, now)));
	}

	/**
	 * Invites somebody again who has lost the link, the password or the passkey. Nothing
	 * that led in before does so any more.
	 * @param by who invites
	 * @param id whom
	 * @return the new link, which is shown once, or empty when this cannot be done:
	 * nobody does it to themselves, and disabled accounts are enabled first
	 */
	@Transactional
	public Optional<OneTimeLink> inviteAgain(Administrator by, AdministratorId id) {
		Instant now = this.clock.instant();
		List<AdministratorId> operators = this.administrators.lockOperators();
		Optional<Account> account = this.administrators.find(id)
			.filter((found) -> found.state() != Account.State.DISABLED && !id.equals(by.id())
					&& !operators.equals(List.of(id)));
		if (account.isEmpty()) {
			return Optional.empty();
		}
		this.links.forget(id);
		this.passkeys.forget(id);
		this.administrators.invitedAgain(id, now);
		record(by, "administrator.invited-again", account.get(), Map.of(), Map.of());
		return Optional.of(newLink(id, now));
	}

	/**
	 * Disables an account.
	 * @param by who does it
	 * @param id whose
	 * @return whether it was done: nobody disables themselves, nor the last operator
	 */
	@Transactional
	public boolean disable(Administrator by, AdministratorId id) {
		Instant now = this.clock.instant();
		List<AdministratorId> operators = this.administrators.lockOperators();
		Optional<Account> account = this.administrators.find(id)
			.filter((found) -> found.disabledAt() == null && !id.equals(by.id()) && !operators.equals(List.of(id)));
		if (account.isEmpty() || !operators.contains(by.id())) {
			return false;
		}
		this.links.forget(id);
		this.administrators.disabled(id, now, now);
		record(by, "administrator.disabled", account.get(), state(account.get()), state(require(id)));
		return true;
	}

	/**
	 * Enables a disabled account. Who had not used the invitation is invited again.
	 * @param by who does it
	 * @param id whose
	 * @return whether it was disabled
	 */
	@Transactional
	public boolean enable(Administrator by, AdministratorId id) {
		Optional<Account> account = this.administrators.find(id).filter((found) -> found.disabledAt() != null);
		if (account.isEmpty()) {
			return false;
		}
		this.administrators.disabled(id, null, this.clock.instant());
		record(by, "administrator.enabled", account.get(), state(account.get()), state(require(id)));
		return true;
	}

	/**
	 * Gives the own account another name.
	 * @param by whose
	 * @param name the new name, 1 to 100 characters
	 */
	@Transactional
	public void rename(Administrator by, String name) {
		Account before = require(by.id());
		if (!before.name().equals(name)) {
			this.administrators.name(by.id(), name, this.clock.instant());
			record(by, "administrator.renamed", before, Map.of("name", before.name()), Map.of("name", name));
		}
	}

	private OneTimeLink newLink(AdministratorId id, Instant now) {
		String token = Tokens.next();
		Instant expiresAt = now.plus(INVITATION);
		this.links.insert(Tokens.digest(token), id, expiresAt, now);
		return new OneTimeLink(this.address.url("/admin/invitations/" + token), expiresAt);
	}

	private void record(Administrator by, String action, Account account, Map<String, String> before,
			Map<String, String> after) {
		this.audit.record(by.actor(),
				AuditedChange.of(action, account.subject()).in(account.institutionId()).changing(before, after));
	}

	private Account require(AdministratorId id) {
		return this.administrators.find(id).orElseThrow();
	}

	static Map<String, String> facts(Account account) {
		Map<String, @Nullable String> facts = new TreeMap<>();
		facts.put("email", account.email());
		facts.put("role", account.role().name());
		facts.put("institution", account.institutionId());
		facts.values().removeIf((value) -> value == null);
		return Map.copyOf(facts);
	}

	private static Map<String, String> state(Account account) {
		return Map.of("state", account.state().name());
	}

	/**
	 * Somebody was invited.
	 *
	 * @param id our name for the person
	 * @param link the way in
	 */
	public record Invitation(AdministratorId id, OneTimeLink link) {
	}

}
