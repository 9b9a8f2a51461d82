package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.AdminErrorCode;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.audit.Actor;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.web.ToolError;

/** How people come in: by a one-time link first, then by what they chose there. */
@Component
public class Entrance {

	private final JdbcAdministrators administrators;

	private final JdbcLinks links;

	private final Passkeys passkeys;

	private final Passwords passwords;

	private final AuditLog audit;

	private final Clock clock;

	Entrance(JdbcAdministrators administrators, JdbcLinks links, Passkeys passkeys, Passwords passwords, AuditLog audit,
			Clock clock) {
		this.administrators = administrators;
		this.links = links;
		this.passkeys = passkeys;
		this.passwords = passwords;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What is wrong with a password.
	 * @param password the password
	 * @param name the person's name
	 * @param email the person's e-mail address
	 * @return the key of a message, or empty when the password is accepted
	 */
	public static Optional<String> passwordProblem(String password, String name, String email) {
		return PasswordRules.problem(password, name, email);
	}

	/**
	 * Whether the tool has had its first administrator.
	 * @return true for ever after
	 */
	public boolean setUp() {
		return this.links.setUp();
	}

	/**
	 * Looks at a set-up link without using it.
	 * @param token the secret in the link
	 * @throws ToolError when it does not work any more
	 */
	public void openSetUp(String token) {
		if (this.links.setUp() || find(token).administrator().isPresent()) {
			throw spent();
		}
	}

	/**
	 * Looks at an invitation without using it.
	 * @param token the secret in the link
	 * @return the account that it leads to
	 * @throws ToolError when it does not work any more
	 */
	public Account openInvitation(String token) {
		return find(token).administrator()
			.flatMap(this.administrators::find)
			.filter((account) -> account.state() == Account.State.INVITED)
			.orElseThrow(Entrance::spent);
	}

	/**
	 * Makes the first operator. Of two people who do this at the same time, one succeeds.
	 * @param token the secret in the link, which is used up
	 * @param account who it is
	 * @param way what the person will sign in with
	 * @return the first operator
	 * @throws ToolError when the link does not work any more
	 * @throws PasskeyRefused when the browser's passkey is none; the link stays
	 */
	@Transactional
	public Account setUp(String token, NewAccount account, WayIn way) {
		Instant now = this.clock.instant();
		if (!this.links.completeSetUp(now) || !this.links.use(Tokens.digest(token), now)) {
			throw spent();
		}
		this.links.forgetSetUpLinks();
		AdministratorId id = (way instanceof NewPasskey passkey) ? passkey.owner()
				: new AdministratorId(Ids.inTimeOrder(now));
		this.administrators.insert(id, account, now, now);
		give(id, way, now);
		Account made = require(id);
		record(made, "tool.set-up", Map.of(), Accounts.facts(made));
		return made;
	}

	/**
	 * Accepts an invitation.
	 * @param token the secret in the link, which is used up
	 * @param way what the person will sign in with
	 * @return the account
	 * @throws ToolError when the link does not work any more, or when the organisation's
	 * sign-in leads to another account
	 * @throws PasskeyRefused when the browser's passkey is none; the link stays
	 */
	@Transactional
	public Account join(String token, WayIn way) {
		Instant now = this.clock.instant();
		Account account = openInvitation(token);
		if (!this.links.use(Tokens.digest(token), now)) {
			throw spent();
		}
		if (way instanceof NewPasskey passkey && !passkey.owner().equals(account.id())) {
			throw new PasskeyRefused("A passkey was made for somebody else");
		}
		this.links.forget(account.id());
		give(account.id(), way, now);
		this.administrators.joined(account.id(), now);
		Account joined = require(account.id());
		record(joined, "administrator.joined", Map.of(), Map.of("by", word(way)));
		return joined;
	}

	/**
	 * Who signs in with an e-mail address and a password. Takes as long for an unknown
	 * address as for a known one.
	 * @param email the address
	 * @param password the password
	 * @return the account, or empty when the two do not lead in
	 */
	public Optional<Account> byPassword(String email, String password) {
		Optional<Account> account = this.administrators.findByEmail(email);
		String hash = account.map(Account::id).map(this.administrators::passwordHash).orElse(null);
		if (!this.passwords.matches(password, hash)) {
			return Optional.empty();
		}
		Optional<Account> found = active(account);
		if (found.isPresent() && hash != null && this.passwords.outdated(hash)) {
			this.administrators.passwordHash(found.get().id(), this.passwords.hash(password), this.clock.instant());
		}
		return found;
	}

	/**
	 * Whether somebody knows the own password.
	 * @param administrator who
	 * @param password the password
	 * @return whether it is the one
	 */
	public boolean knowsPassword(Administrator administrator, String password) {
		return this.passwords.matches(password, this.administrators.passwordHash(administrator.id()));
	}

	/**
	 * Who signs in by the organisation's sign-in.
	 * @param provider the person as the provider names them
	 * @return the account, or empty when none belongs to the person
	 */
	public Optional<Account> byProvider(WayIn.Provider provider) {
		return active(this.administrators.findByProvider(provider.identity()));
	}

	/**
	 * Who signs in with a passkey.
	 * @param owner the passkey's owner
	 * @return the account, or empty when the person may not come in
	 */
	public Optional<Account> byPasskey(AdministratorId owner) {
		return active(this.administrators.find(owner));
	}

	private static Optional<Account> active(Optional<Account> account) {
		return account.filter((found) -> found.state() == Account.State.ACTIVE);
	}

	/**
	 * Notes that somebody has signed in.
	 * @param account who
	 * @param way the word for how: password, passkey or provider
	 */
	@Transactional
	public void signedIn(Account account, String way) {
		this.administrators.signedIn(account.id(), this.clock.instant());
		record(account, "administrator.signed-in", Map.of(), Map.of("by", way));
	}

	/**
	 * Gives somebody another way in, or another password.
	 * @param administrator whose account it is
	 * @param way what the person will sign in with
	 * @throws PasskeyRefused when the browser's passkey is none
	 */
	@Transactional
	public void add(Administrator administrator, WayIn way) {
		if (way instanceof NewPasskey passkey && !passkey.owner().equals(administrator.id())) {
			throw new PasskeyRefused("A passkey was made for somebody else");
		}
		give(administrator.id(), way, this.clock.instant());
		record(require(administrator.id()), switch (way) {
			case WayIn.Password password -> "administrator.password-changed";
			case NewPasskey passkey -> "administrator.passkey-added";
			case WayIn.Provider provider -> "administrator.provider-linked";
		}, Map.of(), (way instanceof NewPasskey passkey) ? Map.of("passkey", passkey.name()) : Map.of());
	}

	/**
	 * Removes a passkey, unless it is the only way in.
	 * @param administrator whose
	 * @param passkey which
	 * @return whether it was removed
	 */
	@Transactional
	public boolean remove(Administrator administrator, Passkey passkey) {
		Account account = require(administrator.id());
		if (!account.hasPassword() && !account.linkedToProvider() && this.passkeys.of(administrator.id()).size() == 1) {
			return false;
		}
		this.passkeys.remove(administrator.id(), passkey.id());
		record(account, "administrator.passkey-removed", Map.of("passkey", passkey.name()), Map.of());
		return true;
	}

	private void give(AdministratorId id, WayIn way, Instant now) {
		switch (way) {
			case WayIn.Password password ->
				this.administrators.passwordHash(id, this.passwords.hash(password.value()), now);
			case NewPasskey passkey -> this.passkeys.add(passkey);
			case WayIn.Provider provider -> link(id, provider, now);
		}
	}

	private void link(AdministratorId id, WayIn.Provider provider, Instant now) {
		try {
			this.administrators.provider(id, provider.identity(), now);
		}
		catch (DuplicateKeyException ex) {
			throw new ToolError(AdminErrorCode.PROVIDER_REFUSED, Map.of("reason", "another account has this identity"));
		}
	}

	private static String word(WayIn way) {
		return switch (way) {
			case WayIn.Password password -> "password";
			case NewPasskey passkey -> "passkey";
			case WayIn.Provider provider -> "provider";
		};
	}

	private JdbcLinks.Found find(@Nullable String token) {
		return this.links.find(Tokens.digest(String.valueOf(token)), this.clock.instant()).orElseThrow(Entrance::spent);
	}

	private Account require(AdministratorId id) {
		return this.administrators.find(id).orElseThrow();
	}

	private void record(Account account, String action, Map<String, String> before, Map<String, String> after) {
		this.audit.record(Actor.administrator(account.id().value(), account.name()),
				AuditedChange.of(action, account.subject()).in(account.institutionId()).changing(before, after));
	}

	private static ToolError spent() {
		return new ToolError(AdminErrorCode.LINK_SPENT);
	}

}
