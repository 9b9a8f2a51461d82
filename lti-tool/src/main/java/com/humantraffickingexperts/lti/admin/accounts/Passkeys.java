package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.webauthn4j.util.exception.WebAuthnException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * Passkeys by <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication</a>. A
 * passkey signs in by itself, so the device has to check who uses it (fingerprint, face,
 * PIN).
 */
@Component
public class Passkeys {

	/** The longest name that an owner may give a passkey. */
	public static final int LONGEST_NAME = 60;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION = new TypeReference<>() {
	};

	private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final JdbcPasskeys stored;

	private final PublicKeyCredentialRpEntity tool;

	private final WebAuthnRelyingPartyOperations operations;

	Passkeys(JdbcPasskeys stored, JdbcAdministrators administrators, ToolAddress address) {
		this.stored = stored;
		this.tool = PublicKeyCredentialRpEntity.builder()
			.id(address.baseUrl().getHost())
			.name("HTMSE LTI Tool")
			.build();
		this.operations = new Webauthn4JRelyingPartyOperations(new Owners(administrators), stored, this.tool,
				Set.of(address.origin()));
	}

	/**
	 * What the browser has to know to make a passkey.
	 * @param owner whose it will be; may be a person who has no account yet
	 * @param email the owner's e-mail address, which the browser shows
	 * @param name the owner's name, which the browser shows
	 * @return the options, to be kept until the browser answers
	 */
	public PublicKeyCredentialCreationOptions creation(AdministratorId owner, String email, String name) {
		Bytes handle = JdbcPasskeys.handle(owner);
		List<PublicKeyCredentialDescriptor> known = this.stored.findByUserId(handle)
			.stream()
			.map((credential) -> PublicKeyCredentialDescriptor.builder()
				.id(credential.getCredentialId())
				.transports(credential.getTransports())
				.build())
			.toList();
		return PublicKeyCredentialCreationOptions.builder()
			.rp(this.tool)
			.user(ImmutablePublicKeyCredentialUserEntity.builder().id(handle).name(email).displayName(name).build())
			.challenge(Bytes.random())
			.pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256,
					PublicKeyCredentialParameters.RS256)
			.attestation(AttestationConveyancePreference.NONE)
			.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
				.userVerification(UserVerificationRequirement.REQUIRED)
				.residentKey(ResidentKeyRequirement.REQUIRED)
				.build())
			.excludeCredentials(known)
			.timeout(PATIENCE)
			.build();
	}

	/**
	 * What the browser has to know to use a passkey, whosever it is.
	 * @return the options, to be kept until the browser answers
	 */
	public PublicKeyCredentialRequestOptions request() {
		return PublicKeyCredentialRequestOptions.builder()
			.rpId(this.tool.getId())
			.challenge(Bytes.random())
			.userVerification(UserVerificationRequirement.REQUIRED)
			.allowCredentials(List.of())
			.timeout(PATIENCE)
			.build();
	}

	/**
	 * Options as the browser reads them.
	 * @param options what {@link #creation} or {@link #request} answered
	 * @return JSON
	 */
	public String json(Object options) {
		return this.json.writeValueAsString(options);
	}

	/**
	 * Whose passkey a browser used.
	 * @param options what the browser was asked, used once
	 * @param credential what it answered, as JSON
	 * @return the owner
	 * @throws PasskeyRefused when the answer is not genuine, or not an answer to this
	 */
	public AdministratorId owner(PublicKeyCredentialRequestOptions options, String credential) {
		try {
			return JdbcPasskeys.owner(this.operations
				.authenticate(
						new RelyingPartyAuthenticationRequest(options, this.json.readValue(credential, ASSERTION)))
				.getId());
		}
		catch (WebAuthnException | IllegalArgumentException | IllegalStateException | JacksonException ex) {
			throw new PasskeyRefused("A passkey was not accepted", ex);
		}
	}

	/** Stores what the browser made. Its owner's account has to be there by now. */
	void add(NewPasskey passkey) {
		try {
			this.operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(passkey.options(),
					new RelyingPartyPublicKey(this.json.readValue(passkey.credential(), ATTESTATION), passkey.name())));
		}
		catch (WebAuthnException | IllegalArgumentException | IllegalStateException | JacksonException ex) {
			throw new PasskeyRefused("A new passkey was not accepted", ex);
		}
	}

	/**
	 * The passkeys of one person.
	 * @param owner whose
	 * @return all of them, the oldest first
	 */
	public List<Passkey> of(AdministratorId owner) {
		return this.stored.of(owner);
	}

	/**
	 * One passkey.
	 * @param owner whose
	 * @param id our name for it
	 * @return the passkey, or empty when this person has none of that id
	 */
	public Optional<Passkey> find(AdministratorId owner, String id) {
		return this.stored.find(owner, id);
	}

	void remove(AdministratorId owner, String id) {
		this.stored.remove(owner, id);
	}

	/** The owners of passkeys, as the library asks for them. */
	private record Owners(JdbcAdministrators administrators) implements PublicKeyCredentialUserEntityRepository {

		@Override
		public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
			return this.administrators.find(JdbcPasskeys.owner(id))
				.map((account) -> ImmutablePublicKeyCredentialUserEntity.builder()
					.id(id)
					.name(account.email())
					.displayName(account.name())
					.build())
				.orElse(null);
		}

		@Override
		public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
			return null;
		}

		@Override
		public void save(PublicKeyCredentialUserEntity owner) {
			throw new UnsupportedOperationException("Owners of passkeys are administrators");
		}

		@Override
		public void delete(Bytes id) {
			throw new UnsupportedOperationException("Owners of passkeys are administrators");
		}

	}

}
