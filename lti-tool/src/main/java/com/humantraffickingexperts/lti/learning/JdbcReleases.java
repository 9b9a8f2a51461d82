package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.catalog.PictureFile;
import com.humantraffickingexperts.lti.catalog.Release;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * All SQL of {@code module_release} and {@code module_picture}, and of what attempts are
 * pinned to.
 */
@Repository
class JdbcReleases {

	private final JdbcClient jdbc;

	JdbcReleases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a release, unless it is kept already.
	 * @param release the release
	 * @param now the present
	 * @return when it was first kept
	 */
	Instant keep(Release release, Instant now) {
		return releasedAt(release).orElseGet(() -> {
			insert(release, now);
			return releasedAt(release).orElseThrow();
		});
	}

	private Optional<Instant> releasedAt(Release release) {
		return this.jdbc.sql("select released_at from module_release where digest = :digest")
			.param("digest", release.digest())
			.query((row, number) -> Utc.instant(row, "released_at"))
			.optional();
	}

	private void insert(Release release, Instant now) {
		try {
			this.jdbc.sql("""
					insert into module_release (digest, module_id, module_version, form, released_at)
					values (:digest, :module, :version, :form, :now)
					""")
				.param("digest", release.digest())
				.param("module", release.module())
				.param("version", release.version())
				.param("form", release.form())
				.param("now", Utc.of(now))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another node was faster: what it kept is the same, byte for byte.
		}
	}

	Optional<Release> find(String digest) {
		return this.jdbc
			.sql("select module_id, module_version, digest, form from module_release where digest = :digest")
			.param("digest", digest)
			.query((row, number) -> new Release(row.getString("module_id"), row.getString("module_version"),
					row.getString("digest"), row.getString("form")))
			.optional();
	}

	/** The versions of a module that were ever played. */
	List<String> versions(String module) {
		return this.jdbc.sql("select distinct module_version from module_release where module_id = :module")
			.param("module", module)
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	/** The releases with a version, the last one first. */
	List<String> digests(String module, String version) {
		return this.jdbc.sql("""
				select digest from module_release where module_id = :module and module_version = :version
				order by released_at desc, digest
				""")
			.param("module", module)
			.param("version", version)
			.query((row, number) -> Objects.requireNonNull(row.getString("digest")))
			.list();
	}

	boolean hasPicture(String address) {
		return this.jdbc.sql("select count(*) from module_picture where address = :address")
			.param("address", address)
			.query(Integer.class)
			.single() > 0;
	}

	void keep(String address, PictureFile picture) {
		try {
			this.jdbc
				.sql("insert into module_picture (address, media_type, content) values (:address, :type, :content)")
				.param("address", address)
				.param("type", picture.mediaType())
				.param("content", picture.content())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another node was faster: the same address has the same content.
		}
	}

	Optional<PictureFile> picture(String address) {
		return this.jdbc.sql("select media_type, content from module_picture where address = :address")
			.param("address", address)
			.query((row, number) -> new PictureFile(row.getString("media_type"), row.getBytes("content")))
			.optional();
	}

	Optional<Pin> pin(CurrentLaunch launch, CurrentLaunch.Link link, String module) {
		return this.jdbc.sql("""
				select id, module_version, release_digest, completed_at,
				  (select min(t.started_at) from assessment_try t
				    where t.attempt_id = attempt.id and t.submitted_at is null) as open_since
				from attempt
				where resource_link_id = :link and user_id = :user and module_id = :module and preview = :preview
				  and reset_id = ''
				""")
			.param("link", link.id().value())
			.param("user", launch.user().id().value())
			.param("module", module)
			.param("preview", !launch.graded())
			.query(JdbcReleases::pin)
			.optional();
	}

	void move(AttemptId attempt, Release release) {
		this.jdbc.sql("update attempt set release_digest = :digest, module_version = :version where id = :id")
			.param("digest", release.digest())
			.param("version", release.version())
			.param("id", attempt.value())
			.update();
	}

	/**
	 * Notes that an attempt was moved to another version.
	 * @param attempt the attempt
	 * @param from the version in which it was; null once the learner has seen it
	 */
	void updatedFrom(AttemptId attempt, @Nullable String from) {
		this.jdbc.sql("update attempt set updated_from = :from where id = :id")
			.param("from", from)
			.param("id", attempt.value())
			.update();
	}

	/** A page has to be read again. */
	void forget(AttemptId attempt, String page) {
		this.jdbc.sql("delete from page_view where attempt_id = :id and page_id = :page")
			.param("id", attempt.value())
			.param("page", page)
			.update();
	}

	/** Whoever has read a page has read the one that it became. */
	void carry(AttemptId attempt, String from, String to) {
		this.jdbc.sql("""
				insert into page_view (attempt_id, page_id, viewed_at)
				select v.attempt_id, :to, v.viewed_at from page_view v
				where v.attempt_id = :id and v.page_id = :from
				  and not exists (select 1 from page_view w where w.attempt_id = :id and w.page_id = :to)
				""").param("id", attempt.value()).param("from", from).param("to", to).update();
	}

	static Pin pin(ResultSet row, int number) throws SQLException {
		return new Pin(new AttemptId(row.getString("id")), row.getString("module_version"),
				row.getString("release_digest"), row.getObject("completed_at") != null,
				Utc.instantOrNull(row, "open_since"));
	}

}
