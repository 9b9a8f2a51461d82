package com.humantraffickingexperts.lti.learning;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code reflection} and {@code reflection_draft}. What was written is never
 * in the database in the clear.
 */
@Repository
class JdbcReflections {

	private final JdbcClient jdbc;

	private final ReflectionSeal seal;

	JdbcReflections(JdbcClient jdbc, ReflectionSeal seal) {
		this.jdbc = jdbc;
		this.seal = seal;
	}

	Written find(AttemptId attempt, String reflection) {
		Written saved = find("""
				select revision, sealed_text from reflection where attempt_id = :attempt and reflection_id = :id
				""", attempt, reflection, reflection);
		Written draft = find("""
				select revision, sealed_text from reflection_draft where attempt_id = :attempt and reflection_id = :id
				""", attempt, reflection, draftOf(reflection));
		return new Written(Math.max(saved.revision(), draft.revision()), saved.text(), draft.text(), saved.deleted());
	}

	private Written find(String sql, AttemptId attempt, String reflection, String sealedAs) {
		return this.jdbc.sql(sql).param("attempt", attempt.value()).param("id", reflection).query((row, number) -> {
			String sealed = row.getString("sealed_text");
			return new Written(row.getInt("revision"),
					(sealed == null) ? null : this.seal.open(sealed, attempt, sealedAs));
		}).optional().orElse(Written.NOTHING);
	}

	private static String draftOf(String reflection) {
		return reflection + "#draft";
	}

	/**
	 * Keeps a reflection. Without a text only the fact stays that it was written once. No
	 * draft is left.
	 * @param attempt the attempt
	 * @param reflection the reflection's id
	 * @param written what was written
	 * @param now the present
	 */
	void save(AttemptId attempt, String reflection, Written written, Instant now) {
		String text = written.text();
		this.jdbc.sql("""
				insert into reflection (attempt_id, reflection_id, revision, sealed_text, saved_at)
				values (:attempt, :id, :revision, :sealed, :now)
				on duplicate key update revision = values(revision), sealed_text = values(sealed_text),
				  saved_at = values(saved_at)
				""")
			.param("attempt", attempt.value())
			.param("id", reflection)
			.param("revision", written.revision())
			.param("sealed", (text == null) ? null : this.seal.seal(text, attempt, reflection))
			.param("now", Utc.of(now))
			.update();
		this.jdbc.sql("delete from reflection_draft where attempt_id = :attempt and reflection_id = :id")
			.param("attempt", attempt.value())
			.param("id", reflection)
			.update();
	}

	/**
	 * Keeps what stands in the field without saving it.
	 * @param attempt the attempt
	 * @param reflection the reflection's id
	 * @param revision the revision that this makes
	 * @param draft what stands in the field; null when that is what was saved
	 * @param now the present
	 */
	void keep(AttemptId attempt, String reflection, int revision, @Nullable String draft, Instant now) {
		this.jdbc.sql("""
				insert into reflection_draft (attempt_id, reflection_id, revision, sealed_text, saved_at)
				values (:attempt, :id, :revision, :sealed, :now)
				on duplicate key update revision = values(revision), sealed_text = values(sealed_text),
				  saved_at = values(saved_at)
				""")
			.param("attempt", attempt.value())
			.param("id", reflection)
			.param("revision", revision)
			.param("sealed", (draft == null) ? null : this.seal.seal(draft, attempt, draftOf(reflection)))
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * The reflections that were written, also those whose text was deleted since.
	 * @param attempt the attempt
	 * @return ids of reflections
	 */
	Set<String> saved(AttemptId attempt) {
		return new HashSet<>(this.jdbc.sql("select reflection_id from reflection where attempt_id = :id")
			.param("id", attempt.value())
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list());
	}

}
