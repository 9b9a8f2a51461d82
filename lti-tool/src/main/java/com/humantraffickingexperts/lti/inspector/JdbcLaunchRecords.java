package com.humantraffickingexperts.lti.inspector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Rows;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code launch_record} and {@code launch_record_omitted}. */
@Repository
class JdbcLaunchRecords {

	/** Stands for the launches that no registration fits. */
	private static final String NO_REGISTRATION = "-";

	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final JsonMapper json;

	JdbcLaunchRecords(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
	}

	void insert(List<LaunchRecord> records) {
		Rows.write(this.batches, """
				insert into launch_record (id, registration_id, reference, accepted, proven, code, step, message_type,
				  framed, frame_allowed, browser, details, recorded_at)
				values (:id, :registration, :reference, :accepted, :proven, :code, :step, :type, :framed, :allowed,
				  :browser, :details, :at)
				""", records.stream().map(this::parameters).toList());
	}

	private MapSqlParameterSource parameters(LaunchRecord record) {
		return new MapSqlParameterSource("id", record.id())
			.addValue("registration", (record.registration() == null) ? null : record.registration().value())
			.addValue("reference", record.reference())
			.addValue("accepted", record.accepted())
			.addValue("proven", record.proven())
			.addValue("code", record.code())
			.addValue("step", record.step().name())
			.addValue("type", record.messageType())
			.addValue("framed", record.framed())
			.addValue("allowed", record.frameAllowed())
			.addValue("browser", record.browser().name())
			.addValue("details", this.json.writeValueAsString(record.details()))
			.addValue("at", Utc.of(record.recordedAt()));
	}

	void addOmitted(RecordWriter.Omitted kind, long launches) {
		this.jdbc.sql("""
				insert into launch_record_omitted (registration_id, day_of, accepted, launches)
				values (:registration, :day, :accepted, :launches)
				on duplicate key update launches = launches + values(launches)
				""")
			.param("registration", (kind.registration() == null) ? NO_REGISTRATION : kind.registration().value())
			.param("day", kind.day())
			.param("accepted", kind.accepted())
			.param("launches", launches)
			.update();
	}

	/**
	 * A page of records, newest first.
	 * @param readable the registrations of which the person may read; null for all, and
	 * then also what no registration fits
	 * @param before the id of the last record of the page before; null for the newest
	 */
	List<LaunchRecord> find(@Nullable Collection<RegistrationId> readable, RecordFilter filter, @Nullable String before,
			int most) {
		if (readable != null && readable.isEmpty()) {
			return List.of();
		}
		List<String> conditions = new ArrayList<>();
		Map<String, Object> params = new LinkedHashMap<>();
		add(conditions, params, "registration_id in (:readable)", "readable", values(readable));
		add(conditions, params, "registration_id = :registration", "registration",
				(filter.registration() == null) ? null : filter.registration().value());
		add(conditions, params, "accepted = :accepted", "accepted", filter.accepted());
		add(conditions, params, "code = :code", "code", filter.code());
		add(conditions, params, "reference = :reference", "reference", filter.reference());
		add(conditions, params, "id >= :from", "from", earliest(filter.from()));
		add(conditions, params, "id < :until", "until", earliest(filter.until()));
		add(conditions, params, "id < :before", "before", before);
		params.put("most", most);
		String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
		return this.jdbc.sql("select * from launch_record" + where + " order by id desc limit :most")
			.params(params)
			.query(this::read)
			.list();
	}

	Optional<LaunchRecord> find(String id) {
		return this.jdbc.sql("select * from launch_record where id = :id").param("id", id).query(this::read).optional();
	}

	/** The newest message of a type that the platform signed, accepted or not. */
	Optional<Instant> newestOfType(RegistrationId registration, String messageType) {
		return this.jdbc.sql("""
				select recorded_at from launch_record
				where registration_id = :registration and message_type = :type and proven = true
				order by id desc limit 1
				""")
			.param("registration", registration.value())
			.param("type", messageType)
			.query((row, number) -> Utc.instant(row, "recorded_at"))
			.optional();
	}

	/** How many launches of the latest days were only counted. */
	long omitted(@Nullable Collection<RegistrationId> readable, Instant since) {
		if (readable != null && readable.isEmpty()) {
			return 0;
		}
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("day", day(since));
		if (readable != null) {
			params.put("readable", values(readable));
		}
		return this.jdbc
			.sql("select coalesce(sum(launches), 0) from launch_record_omitted where day_of >= :day"
					+ ((readable == null) ? "" : " and registration_id in (:readable)"))
			.params(params)
			.query(Long.class)
			.single();
	}

	void forget(Instant before) {
		int forgotten;
		do {
			forgotten = this.jdbc.sql("delete from launch_record where id < :before limit " + AT_ONCE)
				.param("before", Ids.earliest(before))
				.update();
		}
		while (forgotten == AT_ONCE);
		this.jdbc.sql("delete from launch_record_omitted where day_of < :day").param("day", day(before)).update();
	}

	private static String day(Instant at) {
		return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
	}

	private static @Nullable List<String> values(@Nullable Collection<RegistrationId> ids) {
		return (ids == null) ? null : ids.stream().map(RegistrationId::value).toList();
	}

	private static @Nullable String earliest(@Nullable Instant at) {
		return (at == null) ? null : Ids.earliest(at);
	}

	private static void add(List<String> conditions, Map<String, Object> params, String condition, String name,
			@Nullable Object value) {
		if (value != null) {
			conditions.add(condition);
			params.put(name, value);
		}
	}

	private LaunchRecord read(ResultSet row, int number) throws SQLException {
		String registration = row.getString("registration_id");
		return new LaunchRecord(row.getString("id"), (registration == null) ? null : new RegistrationId(registration),
				row.getString("reference"), row.getBoolean("accepted"), row.getBoolean("proven"), row.getString("code"),
				LaunchStep.valueOf(row.getString("step")), row.getString("message_type"), row.getBoolean("framed"),
				row.getBoolean("frame_allowed"), BrowserFamily.valueOf(row.getString("browser")),
				this.json.readValue(row.getString("details"), LaunchRecord.Details.class),
				Utc.instant(row, "recorded_at"));
	}

}
