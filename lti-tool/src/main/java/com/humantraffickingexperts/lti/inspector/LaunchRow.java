package com.humantraffickingexperts.lti.inspector;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * A login or launch in the list.
 *
 * @param path where its own page is
 * @param at when it was, in UTC
 * @param registration the registration's name; null when none fits
 * @param accepted whether it was accepted
 * @param code the error code, or null
 * @param messageType the name of the message's type, or null
 * @param reference what the person saw, or null
 */
record LaunchRow(String path, ZonedDateTime at, @Nullable String registration, boolean accepted, @Nullable String code,
		@Nullable String messageType, @Nullable String reference) {

	static LaunchRow of(LaunchRecord record, @Nullable Registration registration) {
		String id = (record.registration() == null) ? null : record.registration().value();
		return new LaunchRow("/admin/launches/" + record.id(), record.recordedAt().atZone(ZoneOffset.UTC),
				(registration == null) ? id : registration.name(), record.accepted(), record.code(),
				record.messageType(), record.reference());
	}

}
