package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;

/** All SQL of {@code line_item}: the line items that the tool found or created itself. */
@Repository
class JdbcLineItems {

	private final JdbcClient jdbc;

	JdbcLineItems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<URI> find(ResourceLinkId link) {
		return this.jdbc.sql("select url from line_item where resource_link_id = :link and url is not null")
			.param("link", link.value())
			.query((row, number) -> URI.create(row.getString("url")))
			.optional();
	}

	/**
	 * Claims the search for a resource link's line item, so that a class that begins
	 * together does not get a column each.
	 * @return whether it was free and nothing is found yet
	 */
	boolean claim(Gradebook gradebook, Claim claim) {
		this.jdbc.sql("""
				insert into line_item (resource_link_id, registration_id, created_at, updated_at)
				values (:link, :registration, :now, :now)
				on duplicate key update updated_at = values(updated_at)
				""")
			.param("link", gradebook.link().value())
			.param("registration", gradebook.registration().value())
			.param("now", Utc.of(claim.from()))
			.update();
		return this.jdbc.sql("""
				update line_item set claimed_by = :by, claimed_until = :until
				where resource_link_id = :link and url is null and (claimed_until is null or claimed_until <= :now)
				""")
			.param("by", claim.by())
			.param("until", Utc.of(claim.until()))
			.param("link", gradebook.link().value())
			.param("now", Utc.of(claim.from()))
			.update() == 1;
	}

	void found(ResourceLinkId link, Claim claim, URI lineItem, Instant now) {
		this.jdbc.sql("""
				update line_item set url = :url, claimed_by = null, claimed_until = null, updated_at = :now
				where resource_link_id = :link and claimed_by = :by
				""")
			.param("url", lineItem.toString())
			.param("now", Utc.of(now))
			.param("link", link.value())
			.param("by", claim.by())
			.update();
	}

	void release(ResourceLinkId link, Claim claim) {
		this.jdbc.sql("""
				update line_item set claimed_by = null, claimed_until = null
				where resource_link_id = :link and claimed_by = :by
				""").param("link", link.value()).param("by", claim.by()).update();
	}

	/** Forgets a line item that is gone, unless another one has been found meanwhile. */
	void forget(ResourceLinkId link, URI lineItem) {
		this.jdbc.sql("update line_item set url = null where resource_link_id = :link and url = :url")
			.param("link", link.value())
			.param("url", lineItem.toString())
			.update();
	}

}
