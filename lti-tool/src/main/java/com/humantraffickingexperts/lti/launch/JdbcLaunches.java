package com.humantraffickingexperts.lti.launch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Rows;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code launch}. */
@Repository
class JdbcLaunches {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final JsonMapper json;

	JdbcLaunches(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
	}

	/**
	 * Records launches and uses up their nonces, in one statement.
	 * @param fresh the launches
	 * @throws DuplicateKeyException when a nonce was used before; then none is recorded
	 */
	void insert(List<NewLaunch> fresh) {
		Rows.write(this.batches, """
				insert into launch (id, registration_id, deployment_id, user_id, context_id, resource_link_id,
				  message_type, standing, test_user, details, nonce_digest, token_digest, session_digest,
				  session_expires_at, launched_at)
				values (:id, :registration, :deployment, :user, :context, :link,
				  :type, :standing, :testUser, :details, :nonce, :token, :session, :expires, :launched)
				""", fresh.stream().map(this::row).toList());
	}

	private SqlParameterSource row(NewLaunch fresh) {
		CurrentLaunch launch = fresh.launch();
		return new MapSqlParameterSource("id", launch.id().value())
			.addValue("registration", launch.registration().id().value())
			.addValue("deployment", launch.deploymentId())
			.addValue("user", launch.user().id().value())
			.addValue("context", (launch.context() == null) ? null : launch.context().id().value())
			.addValue("link", (launch.link() == null) ? null : launch.link().id().value())
			.addValue("type", launch.messageType().name())
			.addValue("standing", launch.standing().name())
			.addValue("testUser", launch.testUser())
			.addValue("details", this.json.writeValueAsString(fresh.details()))
			.addValue("nonce", fresh.nonceDigest())
			.addValue("token", fresh.tokenDigest())
			.addValue("session", fresh.sessionDigest())
			.addValue("expires", Utc.of(fresh.sessionExpiresAt()))
			.addValue("launched", Utc.of(launch.launchedAt()));
	}

	Optional<StoredLaunch> find(LaunchId id) {
		return this.jdbc.sql("""
				select l.*, u.subject, u.name, u.language
				from launch l left join lti_user u on u.id = l.user_id
				where l.id = :id
				""").param("id", id.value()).query(this::stored).optional();
	}

	Optional<StoredLaunch> findByNonce(String nonceDigest) {
		return this.jdbc.sql("""
				select l.*, u.subject, u.name, u.language
				from launch l left join lti_user u on u.id = l.user_id
				where l.nonce_digest = :nonce
				""").param("nonce", nonceDigest).query(this::stored).optional();
	}

	/**
	 * What the person may do according to the newest launch in a context.
	 * @param user the person
	 * @param contextId the context, or null for launches without one
	 * @return the standing, or empty when there is no launch
	 */
	Optional<Standing> newestStanding(UserId user, @Nullable String contextId) {
		return this.jdbc.sql("""
				select standing from launch
				where user_id = :user and (context_id = :context or (context_id is null and :context is null))
				order by launched_at desc, id desc
				limit 1
				""")
			.param("user", user.value())
			.param("context", contextId)
			.query((row, number) -> Standing.valueOf(row.getString("standing")))
			.optional();
	}

	/** The gradebook that the newest launch of a learner in an activity named. */
	Optional<RememberedLink> newestGradebook(ResourceLinkId link, UserId learner) {
		return this.jdbc.sql("""
				select registration_id, deployment_id, details from launch
				where user_id = :user and resource_link_id = :link and standing = 'LEARNER' and test_user = false
				order by launched_at desc, id desc
				limit 1
				""")
			.param("user", learner.value())
			.param("link", link.value())
			.query((row, number) -> gradebook(row, link))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<RememberedLink> gradebook(ResultSet row, ResourceLinkId link) throws SQLException {
		LaunchDetails details = this.json.readValue(row.getString("details"), LaunchDetails.class);
		if (details.ags() == null || details.linkPlatformId() == null) {
			return Optional.empty();
		}
		return Optional.of(new RememberedLink(new RegistrationId(row.getString("registration_id")),
				row.getString("deployment_id"), details.family(),
				new CurrentLaunch.Link(link, details.linkPlatformId(), details.linkTitle()), details.ags()));
	}

	void extend(LaunchId id, Instant sessionExpiresAt) {
		this.jdbc.sql("update launch set session_expires_at = :expires where id = :id")
			.param("expires", Utc.of(sessionExpiresAt))
			.param("id", id.value())
			.update();
	}

	private StoredLaunch stored(ResultSet row, int number) throws SQLException {
		RegistrationId registration = new RegistrationId(row.getString("registration_id"));
		User user = new User(new UserId(row.getString("user_id")), registration, row.getString("subject"),
				row.getString("name"));
		return new StoredLaunch(new LaunchId(row.getString("id")), registration, row.getString("deployment_id"), user,
				row.getString("context_id"), row.getString("resource_link_id"),
				MessageType.valueOf(row.getString("message_type")), Standing.valueOf(row.getString("standing")),
				row.getBoolean("test_user"), this.json.readValue(row.getString("details"), LaunchDetails.class),
				row.getString("token_digest"), row.getString("session_digest"), Utc.instant(row, "session_expires_at"),
				Utc.instant(row, "launched_at"), row.getString("language"));
	}

	/** A row of {@code launch} with its user. */
	record StoredLaunch(LaunchId id, RegistrationId registration, String deploymentId, User user,
			@Nullable String contextId, @Nullable String resourceLinkId, MessageType messageType, Standing standing,
			boolean testUser, LaunchDetails details, String tokenDigest, String sessionDigest, Instant sessionExpiresAt,
			Instant launchedAt, @Nullable String language) {

		StoredLaunch inLanguage(@Nullable String chosen) {
			return new StoredLaunch(this.id, this.registration, this.deploymentId, this.user, this.contextId,
					this.resourceLinkId, this.messageType, this.standing, this.testUser, this.details, this.tokenDigest,
					this.sessionDigest, this.sessionExpiresAt, this.launchedAt, chosen);
		}

		static StoredLaunch of(NewLaunch fresh) {
			CurrentLaunch launch = fresh.launch();
			return new StoredLaunch(launch.id(), launch.registration().id(), launch.deploymentId(), launch.user(),
					(launch.context() == null) ? null : launch.context().id().value(),
					(launch.link() == null) ? null : launch.link().id().value(), launch.messageType(),
					launch.standing(), launch.testUser(), fresh.details(), fresh.tokenDigest(), fresh.sessionDigest(),
					fresh.sessionExpiresAt(), launch.launchedAt(), null);
		}

	}

}
