package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

/** All SQL of {@code registration} and {@code registration_revision}. */
@Repository
class JdbcRegistrations {

	private static final String LINE = "\n";

	private final JdbcClient jdbc;

	JdbcRegistrations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Grows with each change of any registration or deployment. */
	long revision() {
		return this.jdbc.sql("select revision from registration_revision where id = 1").query(Long.class).single();
	}

	void changed() {
		this.jdbc.sql("update registration_revision set revision = revision + 1 where id = 1").update();
	}

	List<ManagedRegistration> all() {
		return this.jdbc.sql("select * from registration order by name, id")
			.query((row, number) -> registration(row))
			.list();
	}

	void insert(RegistrationId id, RegistrationDraft draft, RegistrationState state, RegistrationSource source,
			Instant now) {
		values(this.jdbc
			.sql("""
					insert into registration (id, institution_id, name, issuer, client_id, authorization_endpoint,
					  token_endpoint, token_audience, jwks_uri, trusted_audiences, service_origins, unknown_deployments,
					  anonymous_allowed, family, state, origin, pseudonymous, valid_from, valid_until, seats, modules, drafts, notes,
					  granted_scopes, revision, created_at, updated_at)
					values (:id, :institution, :name, :issuer, :clientId, :authorizationEndpoint, :tokenEndpoint,
					  :tokenAudience, :jwksUri, :trustedAudiences, :serviceOrigins, :unknownDeployments, :anonymousAllowed,
					  :family, :state, :source, :pseudonymous, :validFrom, :validUntil, :seats, :modules, :drafts, :notes,
					  :grantedScopes, 1, :now, :now)
					"""),
				id, draft, now)
			.param("issuer", draft.issuer())
			.param("clientId", draft.clientId())
			.param("state", state.name())
			.param("source", source.name())
			.update();
	}

	/** The issuer, the client id and the state stay as they are. */
	boolean update(RegistrationId id, int revision, RegistrationDraft draft, Instant now) {
		return values(
				this.jdbc
					.sql("""
							update registration set institution_id = :institution, name = :name,
							  authorization_endpoint = :authorizationEndpoint, token_endpoint = :tokenEndpoint,
							  token_audience = :tokenAudience, jwks_uri = :jwksUri, trusted_audiences = :trustedAudiences,
							  service_origins = :serviceOrigins, unknown_deployments = :unknownDeployments,
							  anonymous_allowed = :anonymousAllowed, family = :family, pseudonymous = :pseudonymous,
							  valid_from = :validFrom, valid_until = :validUntil, seats = :seats, modules = :modules, drafts = :drafts,
							  notes = :notes, granted_scopes = :grantedScopes, revision = revision + 1, updated_at = :now
							where id = :id and revision = :revision
							"""),
				id, draft, now)
			.param("revision", revision)
			.update() == 1;
	}

	boolean state(RegistrationId id, RegistrationState state, Instant now) {
		return this.jdbc.sql("""
				update registration set state = :state, revision = revision + 1, updated_at = :now where id = :id
				""").param("id", id.value()).param("state", state.name()).param("now", Utc.of(now)).update() == 1;
	}

	Optional<ManagedRegistration> lock(RegistrationId id) {
		return this.jdbc.sql("select * from registration where id = :id for update")
			.param("id", id.value())
			.query((row, number) -> registration(row))
			.optional();
	}

	boolean delete(RegistrationId id) {
		return this.jdbc.sql("delete from registration where id = :id").param("id", id.value()).update() == 1;
	}

	private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, RegistrationId id,
			RegistrationDraft draft, Instant now) {
		RegistrationTerms terms = draft.terms();
		return statement.param("id", id.value())
			.param("institution", (draft.institution() == null) ? null : draft.institution().value())
			.param("name", draft.name())
			.param("authorizationEndpoint", draft.authorizationEndpoint().toString())
			.param("tokenEndpoint", draft.tokenEndpoint().toString())
			.param("tokenAudience", Objects.requireNonNullElse(draft.tokenAudience(), draft.tokenEndpoint().toString()))
			.param("jwksUri", draft.jwksUri().toString())
			.param("trustedAudiences", lines(draft.trustedAudiences()))
			.param("serviceOrigins", lines(draft.serviceOrigins()))
			.param("unknownDeployments", draft.unknownDeployments().name())
			.param("anonymousAllowed", draft.anonymousAllowed())
			.param("family", (draft.family() == null) ? null : draft.family().name())
			.param("pseudonymous", terms.pseudonymous())
			.param("validFrom", Utc.ofNullable(terms.validFrom()))
			.param("validUntil", Utc.ofNullable(terms.validUntil()))
			.param("seats", terms.seats())
			.param("modules", terms.modules().isEmpty() ? null : lines(terms.modules()))
			.param("drafts", terms.drafts())
			.param("notes", draft.notes())
			.param("grantedScopes", lines(draft.grantedScopes()))
			.param("now", Utc.of(now));
	}

	private static ManagedRegistration registration(ResultSet row) throws SQLException {
		RegistrationState state = RegistrationState.valueOf(row.getString("state"));
		String family = row.getString("family");
		String institution = row.getString("institution_id");
		Registration registration = new Registration(new RegistrationId(row.getString("id")), row.getString("name"),
				row.getString("issuer"), row.getString("client_id"), Set.of(),
				URI.create(row.getString("authorization_endpoint")), URI.create(row.getString("token_endpoint")),
				row.getString("token_audience"), URI.create(row.getString("jwks_uri")),
				set(row.getString("trusted_audiences")), set(row.getString("service_origins")),
				UnknownDeployments.valueOf(row.getString("unknown_deployments")), row.getBoolean("anonymous_allowed"),
				state == RegistrationState.ENABLED, (family == null) ? null : PlatformFamily.valueOf(family), Set.of(),
				(institution == null) ? null : new InstitutionId(institution), terms(row));
		return new ManagedRegistration(registration, state, RegistrationSource.valueOf(row.getString("origin")),
				row.getString("notes"), set(row.getString("granted_scopes")), row.getInt("revision"),
				Utc.instant(row, "created_at"), Utc.instant(row, "updated_at"));
	}

	private static RegistrationTerms terms(ResultSet row) throws SQLException {
		return new RegistrationTerms(Utc.instantOrNull(row, "valid_from"), Utc.instantOrNull(row, "valid_until"),
				row.getObject("seats", Integer.class), set(row.getString("modules")), row.getBoolean("pseudonymous"),
				row.getBoolean("drafts"));
	}

	private static String lines(Collection<String> values) {
		return String.join(LINE, new TreeSet<>(values));
	}

	private static Set<String> set(@Nullable String lines) {
		return (lines == null || lines.isEmpty()) ? Set.of() : Set.of(lines.split(LINE));
	}

}
