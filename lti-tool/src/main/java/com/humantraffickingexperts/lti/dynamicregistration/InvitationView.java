package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * An invitation as administrators see it.
 *
 * @param id its name in addresses
 * @param institution who is invited
 * @param family the product; a key of the messages
 * @param state what has become of it; a key of the messages
 * @param mark how its state is marked: good, care, failed or plain
 * @param createdAt when it was made, UTC
 * @param expiresAt until when it can be used, UTC
 * @param openedAt when a platform came with it, UTC; null when none did
 * @param registeredAt when it was used, UTC; null when it was not
 * @param registration what it led to; null when it was not used
 * @param open whether it can be used still
 * @param steps the numbers of the steps in the platform; keys of the messages
 * @param link the link, on the one page that shows it; null on all others
 */
record InvitationView(String id, String institution, PlatformFamily family, Invitation.State state, String mark,
		ZonedDateTime createdAt, ZonedDateTime expiresAt, @Nullable ZonedDateTime openedAt,
		@Nullable ZonedDateTime registeredAt, @Nullable String registration, boolean open, List<Integer> steps,
		@Nullable URI link) {

	static InvitationView of(Invitation invitation, String institution, Instant now, @Nullable URI link) {
		Invitation.State state = invitation.state(now);
		return new InvitationView(invitation.id().value(), institution, invitation.family(), state, mark(state),
				utc(invitation.createdAt()), utc(invitation.expiresAt()), utcOrNull(invitation.openedAt()),
				utcOrNull(invitation.registeredAt()),
				(invitation.registration() == null) ? null : invitation.registration().value(),
				state == Invitation.State.UNUSED || state == Invitation.State.OPENED, steps(invitation.family()), link);
	}

	private static String mark(Invitation.State state) {
		return switch (state) {
			case REGISTERED -> "good";
			case OPENED -> "care";
			case UNUSED, EXPIRED, REVOKED -> "plain";
		};
	}

	private static List<Integer> steps(PlatformFamily family) {
		int steps = switch (family) {
			case MOODLE, CANVAS, BRIGHTSPACE -> 5;
			case SAKAI, BLACKBOARD -> 4;
			case GENERIC -> 3;
		};
		return IntStream.rangeClosed(1, steps).boxed().toList();
	}

	private static ZonedDateTime utc(Instant instant) {
		return instant.atZone(ZoneOffset.UTC);
	}

	private static @Nullable ZonedDateTime utcOrNull(@Nullable Instant instant) {
		return (instant == null) ? null : utc(instant);
	}

}
