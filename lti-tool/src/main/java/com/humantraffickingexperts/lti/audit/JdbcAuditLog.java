package com.humantraffickingexperts.lti.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.web.ErrorReference;

/** All SQL of {@code audit_entry}: it is added to and read. */
@Repository
class JdbcAuditLog implements AuditLog, AuditHistory {

	private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {
	};

	private static final int LONGEST_NAME = 255;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	JdbcAuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public void record(Actor actor, AuditedChange change) {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				insert into audit_entry (id, reference, recorded_at, actor_id, actor_name, area, action, subject_kind,
				  subject_id, subject_name, subject_words, institution_id, values_before, values_after)
				values (:id, :reference, :at, :actorId, :actorName, :area, :action, :kind, :subjectId, :subjectName,
				  :words, :institution, :before, :after)
				""")
			.param("id", Ids.inTimeOrder(now))
			.param("reference", ErrorReference.next())
			.param("at", Utc.of(now))
			.param("actorId", actor.administratorId())
			.param("actorName", shortened(actor.name()))
			.param("area", change.action().substring(0, change.action().indexOf('.')))
			.param("action", change.action())
			.param("kind", change.subject().kind())
			.param("subjectId", change.subject().id())
			.param("subjectName", shortened(change.subject().name()))
			.param("words", searchable(shortened(change.subject().name())))
			.param("institution", change.institutionId())
			.param("before", this.json.writeValueAsString(change.before()))
			.param("after", this.json.writeValueAsString(change.after()))
			.update();
	}

	@Override
	public List<AuditEntry> find(AuditFilter filter, @Nullable String before, int most) {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> params = new LinkedHashMap<>();
		add(conditions, params, "institution_id = :institution", "institution", filter.institutionId());
		add(conditions, params, "actor_id = :actor", "actor", filter.actorId());
		add(conditions, params, "area = :area", "area", filter.area());
		add(conditions, params, "id >= :from", "from", earliest(filter.from()));
		add(conditions, params, "id < :until", "until", earliest(filter.until()));
		add(conditions, params, "id < :before", "before", before);
		if (filter.text() != null) {
			conditions.add("(subject_id = :text or reference = :text or subject_words like :words escape '!')");
			params.put("text", filter.text());
			params.put("words", "%" + searchable(filter.text()).replaceAll("([!%_])", "!$1") + "%");
		}
		params.put("most", most);
		String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
		return this.jdbc.sql("select * from audit_entry" + where + " order by id desc limit :most")
			.params(params)
			.query(this::read)
			.list();
	}

	@Override
	public List<Actor> actors(@Nullable String institutionId) {
		return this.jdbc.sql("""
				select e.actor_id, e.actor_name from audit_entry e
				join (select max(id) as id from audit_entry
				  where actor_id is not null and %s
				  group by actor_id) newest on newest.id = e.id
				order by e.actor_name, e.actor_id
				""".formatted(readable(institutionId)))
			.params(params(institutionId))
			.query((row, number) -> Actor.administrator(row.getString("actor_id"), row.getString("actor_name")))
			.list();
	}

	@Override
	public List<String> areas(@Nullable String institutionId) {
		return this.jdbc
			.sql("select distinct area from audit_entry where %s order by area".formatted(readable(institutionId)))
			.params(params(institutionId))
			.query((row, number) -> row.getString("area"))
			.list();
	}

	private static String readable(@Nullable String institutionId) {
		return (institutionId == null) ? "1 = 1" : "institution_id = :institution";
	}

	private static Map<String, Object> params(@Nullable String institutionId) {
		return (institutionId == null) ? Map.of() : Map.of("institution", institutionId);
	}

	private AuditEntry read(ResultSet row, int number) throws SQLException {
		AuditSubject subject = new AuditSubject(row.getString("subject_kind"), row.getString("subject_id"),
				row.getString("subject_name"));
		AuditedChange change = new AuditedChange(row.getString("action"), subject, row.getString("institution_id"),
				this.json.readValue(row.getString("values_before"), FIELDS),
				this.json.readValue(row.getString("values_after"), FIELDS));
		return new AuditEntry(row.getString("id"), row.getString("reference"), Utc.instant(row, "recorded_at"),
				new Actor(row.getString("actor_id"), row.getString("actor_name")), change);
	}

	private static void add(List<String> conditions, Map<String, Object> params, String condition, String name,
			@Nullable Object value) {
		if (value != null) {
			conditions.add(condition);
			params.put(name, value);
		}
	}

	/** Ids grow with time, so they also find what was recorded when. */
	private static @Nullable String earliest(@Nullable Instant at) {
		return (at == null) ? null : Ids.earliest(at);
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST_NAME) ? text.substring(0, LONGEST_NAME - 1) + "…" : text;
	}

	/**
	 * Columns compare byte for byte, so a search without regard to case needs a column of
	 * its own.
	 */
	private static String searchable(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
