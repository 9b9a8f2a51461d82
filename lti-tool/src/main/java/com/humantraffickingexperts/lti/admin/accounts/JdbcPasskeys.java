package com.humantraffickingexperts.lti.admin.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code passkey}. The user handle of WebAuthn is the administrator's id,
 * which says nothing about the person.
 */
@Repository
class JdbcPasskeys implements UserCredentialRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcPasskeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	static Bytes handle(AdministratorId id) {
		return new Bytes(HexFormat.of().parseHex(id.value()));
	}

	static AdministratorId owner(Bytes handle) {
		return new AdministratorId(HexFormat.of().formatHex(handle.getBytes()));
	}

	private static String digest(Bytes credentialId) {
		return Ids.derived("passkey", credentialId.toBase64UrlString());
	}

	@Override
	public void save(CredentialRecord credential) {
		Instant now = this.clock.instant();
		int known = this.jdbc.sql("""
				update passkey set signature_count = :count, user_verified = :verified, backed_up = :backedUp,
				  last_used_at = :now
				where credential_digest = :digest and administrator_id = :owner
				""")
			.param("count", credential.getSignatureCount())
			.param("verified", credential.isUvInitialized())
			.param("backedUp", credential.isBackupState())
			.param("now", Utc.of(now))
			.param("digest", digest(credential.getCredentialId()))
			.param("owner", owner(credential.getUserEntityUserId()).value())
			.update();
		if (known == 0) {
			insert(credential, now);
		}
	}

	private void insert(CredentialRecord credential, Instant now) {
		this.jdbc.sql("""
				insert into passkey (credential_id, credential_digest, administrator_id, name, public_key,
				  signature_count, user_verified, backup_eligible, backed_up, transports, attestation,
				  attestation_client_data, last_used_at, created_at)
				values (:id, :digest, :owner, :name, :key, :count, :verified, :eligible, :backedUp, :transports,
				  :attestation, :clientData, :now, :now)
				""")
			.param("id", credential.getCredentialId().toBase64UrlString())
			.param("digest", digest(credential.getCredentialId()))
			.param("owner", owner(credential.getUserEntityUserId()).value())
			.param("name", credential.getLabel())
			.param("key", credential.getPublicKey().getBytes())
			.param("count", credential.getSignatureCount())
			.param("verified", credential.isUvInitialized())
			.param("eligible", credential.isBackupEligible())
			.param("backedUp", credential.isBackupState())
			.param("transports",
					credential.getTransports()
						.stream()
						.map(AuthenticatorTransport::getValue)
						.sorted()
						.collect(Collectors.joining(",")))
			.param("attestation", bytes(credential.getAttestationObject()))
			.param("clientData", bytes(credential.getAttestationClientDataJSON()))
			.param("now", Utc.of(now))
			.update();
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
		return this.jdbc.sql("select * from passkey where credential_digest = :digest")
			.param("digest", digest(credentialId))
			.query(JdbcPasskeys::credential)
			.optional()
			.orElse(null);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes userId) {
		return this.jdbc.sql("select * from passkey where administrator_id = :owner order by created_at")
			.param("owner", owner(userId).value())
			.query(JdbcPasskeys::credential)
			.list();
	}

	@Override
	public void delete(Bytes credentialId) {
		throw new UnsupportedOperationException("A passkey is removed by its owner: remove()");
	}

	List<Passkey> of(AdministratorId owner) {
		return this.jdbc.sql("select * from passkey where administrator_id = :owner order by created_at, name")
			.param("owner", owner.value())
			.query(JdbcPasskeys::passkey)
			.list();
	}

	Optional<Passkey> find(AdministratorId owner, String id) {
		return of(owner).stream().filter((passkey) -> passkey.id().equals(id)).findFirst();
	}

	void remove(AdministratorId owner, String id) {
		this.jdbc.sql("delete from passkey where credential_digest = :id and administrator_id = :owner")
			.param("id", id)
			.param("owner", owner.value())
			.update();
	}

	void forget(AdministratorId owner) {
		this.jdbc.sql("delete from passkey where administrator_id = :owner").param("owner", owner.value()).update();
	}

	private static byte[] bytes(@Nullable Bytes bytes) {
		return (bytes == null) ? new byte[0] : bytes.getBytes();
	}

	private static Passkey passkey(ResultSet row, int number) throws SQLException {
		return new Passkey(row.getString("credential_digest"), row.getString("name"), Utc.instant(row, "created_at"),
				Utc.instant(row, "last_used_at"));
	}

	private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
		Set<AuthenticatorTransport> transports = Arrays.stream(row.getString("transports").split(","))
			.filter((transport) -> !transport.isEmpty())
			.map(AuthenticatorTransport::valueOf)
			.collect(Collectors.toUnmodifiableSet());
		return ImmutableCredentialRecord.builder()
			.credentialType(PublicKeyCredentialType.PUBLIC_KEY)
			.credentialId(Bytes.fromBase64(row.getString("credential_id")))
			.userEntityUserId(handle(new AdministratorId(row.getString("administrator_id"))))
			.publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
			.signatureCount(row.getLong("signature_count"))
			.uvInitialized(row.getBoolean("user_verified"))
			.backupEligible(row.getBoolean("backup_eligible"))
			.backupState(row.getBoolean("backed_up"))
			.transports(transports)
			.attestationObject(new Bytes(row.getBytes("attestation")))
			.attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
			.label(row.getString("name"))
			.created(Utc.instant(row, "created_at"))
			.lastUsed(Utc.instant(row, "last_used_at"))
			.build();
	}

}
