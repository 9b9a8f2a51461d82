package com.humantraffickingexperts.lti.deeplinking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LinkOrigin;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;

/** All SQL of {@code module_choice}. */
@Repository
class JdbcModuleChoices {

	private final JdbcClient jdbc;

	JdbcModuleChoices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what was chosen for a link, instead of what was chosen before.
	 * @param launch the launch of the link
	 * @param link the link
	 * @param module the module's id
	 * @param now the present
	 */
	void choose(CurrentLaunch launch, CurrentLaunch.Link link, String module, Instant now) {
		this.jdbc.sql("""
				insert into module_choice (resource_link_id, registration_id, context_id, link_title, module_id,
				  created_at, updated_at)
				values (:link, :registration, :context, :title, :module, :now, :now)
				on duplicate key update context_id = values(context_id), link_title = values(link_title),
				  module_id = values(module_id), updated_at = values(updated_at)
				""")
			.param("link", link.id().value())
			.param("registration", launch.registration().id().value())
			.param("context", (launch.context() == null) ? null : launch.context().id().value())
			.param("title", link.title())
			.param("module", module)
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * What was chosen for a link, or for the nearest of those of which it is a copy.
	 * @param origin the link
	 * @return the module's id
	 */
	Optional<String> find(LinkOrigin origin) {
		List<String> links = Stream.concat(Stream.of(origin.link()), origin.formerLinks().stream())
			.map(ResourceLinkId::value)
			.distinct()
			.toList();
		Map<String, String> chosen = this.jdbc.sql("""
				select resource_link_id, module_id from module_choice
				where registration_id = :registration and resource_link_id in (:links)
				""")
			.param("registration", origin.registration().value())
			.param("links", links)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return links.stream().map(chosen::get).filter(Objects::nonNull).findFirst();
	}

	/**
	 * What was chosen for links of the same title in the contexts of which a link's
	 * context is a copy.
	 * @param origin the link
	 * @return ids of modules; more than one when it is not clear
	 */
	List<String> inFormerContexts(LinkOrigin origin) {
		if (origin.title() == null || origin.formerContexts().isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select distinct module_id from module_choice
				where registration_id = :registration and context_id in (:contexts) and link_title = :title
				""")
			.param("registration", origin.registration().value())
			.param("contexts", origin.formerContexts().stream().map(ContextId::value).toList())
			.param("title", origin.title())
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

}
