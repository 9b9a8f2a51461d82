package com.humantraffickingexperts.lti.launch;

import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.AfterCommit;
import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code context} and {@code resource_link}. What this node has already
 * recorded, it does not record again until something about it changes.
 */
@Repository
class JdbcPlaces {

	private static final int REMEMBERED = 20_000;

	private final JdbcClient jdbc;

	private final Cache<Object, Boolean> recorded = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	JdbcPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void record(NewLaunch fresh) {
		CurrentLaunch launch = fresh.launch();
		CurrentLaunch.Course context = launch.context();
		if (context != null && fresh.contextPlatformId() != null && this.recorded.getIfPresent(context) == null) {
			upsert(launch, context, fresh.contextPlatformId(), launch.launchedAt());
			AfterCommit.run(() -> this.recorded.put(context, Boolean.TRUE));
		}
		CurrentLaunch.Link link = launch.link();
		if (link != null && this.recorded.getIfPresent(link) == null) {
			upsert(launch, link, launch.launchedAt());
			AfterCommit.run(() -> this.recorded.put(link, Boolean.TRUE));
		}
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

	private void upsert(CurrentLaunch launch, CurrentLaunch.Link link, Instant now) {
		this.jdbc.sql("""
				insert into resource_link (id, registration_id, deployment_id, context_id, platform_link_id, title,
				  created_at, updated_at)
				values (:id, :registration, :deployment, :context, :platformId, :title, :now, :now)
				on duplicate key update context_id = coalesce(values(context_id), context_id), title = values(title),
				  updated_at = values(updated_at)
				""")
			.param("id", link.id().value())
			.param("registration", launch.registration().id().value())
			.param("deployment", launch.deploymentId())
			.param("context", (launch.context() == null) ? null : launch.context().id().value())
			.param("platformId", link.platformId())
			.param("title", link.title())
			.param("now", Utc.of(now))
			.update();
	}

}
