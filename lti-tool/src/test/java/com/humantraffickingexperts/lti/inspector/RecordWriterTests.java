package com.humantraffickingexperts.lti.inspector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

class RecordWriterTests {

	private static final RegistrationId COLLEGE = new RegistrationId("college");

	private final SettableClock clock = new SettableClock();

	private TestDatabase database;

	private JdbcLaunchRecords records;

	private RecordWriter writer;

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(TestDatabase.Product.H2);
		this.records = new JdbcLaunchRecords(this.database.jdbc(),
				new NamedParameterJdbcTemplate(this.database.dataSource()), JsonMapper.builder().build());
		this.writer = new RecordWriter(this.records, this.clock);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private LaunchRecord record() {
		Instant now = this.clock.instant();
		return new LaunchRecord(Ids.inTimeOrder(now), COLLEGE, "ABCDE-23456", false, false, "LTI-ROLE",
				LaunchStep.STATE, null, false, true, BrowserFamily.OTHER,
				new LaunchRecord.Details(List.of(LaunchStep.ANSWER), List.of(), List.of(), Map.of(), null, false, false,
						false, false, List.of()),
				now);
	}

	private int written() {
		return this.database.jdbc().sql("select count(*) from launch_record").query(Integer.class).single();
	}

	private long omitted() {
		return this.records.omitted(List.of(COLLEGE), this.clock.instant().minus(Duration.ofDays(1)));
	}

	@Test
	void recordsWaitInABoundedQueueAndWhatDoesNotFitIsCounted() {
		for (int i = 0; i < RecordWriter.MOST_WAITING + 7; i++) {
			this.writer.write(record());
		}
		assertThat(written()).isZero();
		this.writer.flush();
		assertThat(written()).isEqualTo(RecordWriter.MOST_WAITING);
		assertThat(omitted()).isEqualTo(7);
	}

	@Test
	void recordsAreWrittenSoonByTheirOwnThread() {
		this.writer.start();
		this.writer.write(record());
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> written() == 1);
		this.writer.stop();
		assertThat(this.writer.isRunning()).isFalse();
	}

	@Test
	void whatWaitsWhenTheToolStopsIsWritten() {
		this.writer.start();
		this.writer.stop();
		this.writer.write(record());
		this.writer.omit(COLLEGE, true);
		this.writer.stop();
		assertThat(written()).isEqualTo(1);
		assertThat(omitted()).isEqualTo(1);
	}

}
