package com.humantraffickingexperts.lti.launch;

import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.AfterCommit;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * All SQL of {@code context} and {@code resource_link}. What this node has already
 * recorded, it does not record again until something about it changes.
 */
@Repository
class JdbcPlaces {

	private static final int REMEMBERED = 20_000;

	private final JdbcClient jdbc;

	private final Cache<Object, Boolean> recorded = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	private final JsonMapper json;

	JdbcPlaces(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void record(NewLaunch fresh) {
		CurrentLaunch launch = fresh.launch();
		CurrentLaunch.Course context = launch.context();
		if (context != null && fresh.contextPlatformId() != null && this.recorded.getIfPresent(context) == null) {
			upsert(launch, context, fresh.contextPlatformId(), launch.launchedAt());
			AfterCommit.run(() -> this.recorded.put(context, Boolean.TRUE));
		}
		CurrentLaunch.Link link = launch.link();
		if (link == null) {
			return;
		}
		Gradebook known = new Gradebook(link, launch.graded() ? launch.ags() : null);
		if (this.recorded.getIfPresent(known) == null) {
			upsert(launch, known, launch.launchedAt());
			AfterCommit.run(() -> this.recorded.put(known, Boolean.TRUE));
		}
	}

	/** An activity, where a learner's launch named its gradebook. */
	Optional<RememberedLink> find(ResourceLinkId id) {
		return this.jdbc.sql("""
				select registration_id, deployment_id, platform_link_id, title, family, ags from resource_link
				where id = :id and ags is not null
				""")
			.param("id", id.value())
			.query((row, number) -> new RememberedLink(new RegistrationId(row.getString("registration_id")),
					row.getString("deployment_id"), PlatformFamily.valueOf(row.getString("family")),
					new CurrentLaunch.Link(id, row.getString("platform_link_id"), row.getString("title")),
					this.json.readValue(row.getString("ags"), AgsEndpoint.class)))
			.optional();
	}

	private void upsert(CurrentLaunch launch, CurrentLaunch.Course context, String platformId, Instant now) {
		this.jdbc.sql("""
				insert into context (id, registration_id, deployment_id, platform_context_id, title, label, created_at,
				  updated_at)
				values (:id, :registration, :deployment, :platformId, :title, :label, :now, :now)
				on duplicate key update title = values(title), label = values(label), updated_at = values(updated_at)
				""")
			.param("id", context.id().value())
			.param("registration", launch.registration().id().value())
			.param("deployment", launch.deploymentId())
			.param("platformId", platformId)
			.param("title", context.title())
			.param("label", context.label())
			.param("now", Utc.of(now))
			.update();
	}

	/** Whoever is not graded may have been told of no gradebook. */
	private void upsert(CurrentLaunch launch, Gradebook known, Instant now) {
		CurrentLaunch.Link link = known.link;
		AgsEndpoint ags = known.ags;
		this.jdbc.sql("""
				insert into resource_link (id, registration_id, deployment_id, context_id, platform_link_id, title,
				  family, ags, created_at, updated_at)
				values (:id, :registration, :deployment, :context, :platformId, :title, :family, :ags, :now, :now)
				on duplicate key update context_id = coalesce(values(context_id), context_id), title = values(title),
				  family = values(family), ags = coalesce(values(ags), ags), updated_at = values(updated_at)
				""")
			.param("family", launch.family().name())
			.param("ags", (ags == null) ? null : this.json.writeValueAsString(ags))
			.param("id", link.id().value())
			.param("registration", launch.registration().id().value())
			.param("deployment", launch.deploymentId())
			.param("context", (launch.context() == null) ? null : launch.context().id().value())
			.param("platformId", link.platformId())
			.param("title", link.title())
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * What is recorded of an activity.
	 *
	 * @param link the activity
	 * @param ags its gradebook services, as a learner was told of them; null otherwise
	 */
	private record Gradebook(CurrentLaunch.Link link, @Nullable AgsEndpoint ags) {
	}

}
