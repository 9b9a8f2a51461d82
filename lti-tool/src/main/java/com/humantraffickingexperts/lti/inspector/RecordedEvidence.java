package com.humantraffickingexperts.lti.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** {@link LaunchEvidence} from the records. */
@Component
class RecordedEvidence implements LaunchEvidence {

	private static final int LATEST = 50;

	private final JdbcLaunchRecords records;

	RecordedEvidence(JdbcLaunchRecords records) {
		this.records = records;
	}

	@Override
	public Evidence of(RegistrationId registration) {
		List<LaunchRecord> accepted = latest(registration, true);
		LaunchRecord newest = accepted.isEmpty() ? null : accepted.getFirst();
		Optional<LaunchRecord> refused = latest(registration, false).stream()
			.filter(LaunchRecord::proven)
			.findFirst()
			.filter((record) -> newest == null || record.id().compareTo(newest.id()) > 0);
		return new Evidence((newest == null) ? null : newest.recordedAt(),
				refused.map(LaunchRecord::recordedAt).orElse(null), refused.map(LaunchRecord::code).orElse(null),
				this.records.newestOfType(registration, MessageType.DEEP_LINKING.name()).orElse(null),
				accepted.stream().anyMatch((record) -> record.details().subject()),
				accepted.stream().anyMatch((record) -> record.details().name()),
				accepted.stream().anyMatch((record) -> record.details().email()),
				accepted.stream().flatMap((record) -> record.details().scopes().stream()).collect(Collectors.toSet()),
				frame(accepted, newest));
	}

	private List<LaunchRecord> latest(RegistrationId registration, boolean accepted) {
		return this.records.find(List.of(registration),
				new RecordFilter(registration, accepted, null, null, null, null), null, LATEST);
	}

	private static Frame frame(List<LaunchRecord> accepted, @Nullable LaunchRecord newest) {
		if (newest == null) {
			return Frame.UNSEEN;
		}
		return accepted.stream().filter(LaunchRecord::framed).findFirst().map((record) -> {
			if (!record.frameAllowed()) {
				return Frame.FOREIGN;
			}
			return record.details().storage() ? Frame.STORAGE : Frame.COOKIE;
		}).orElse(Frame.WINDOW);
	}

}
