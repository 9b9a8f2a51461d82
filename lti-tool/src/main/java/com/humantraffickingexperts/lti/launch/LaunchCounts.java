package com.humantraffickingexperts.lti.launch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/** How much a registration was used. */
@Component
public class LaunchCounts {

	private final JdbcClient jdbc;

	LaunchCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The launches of a registration that are still kept. They are counted one by one, so
	 * this is for pages that are seldom opened.
	 * @param registration the registration
	 * @return the number of launches of the last 30 days
	 */
	public int of(RegistrationId registration) {
		return this.jdbc.sql("select count(*) from launch where registration_id = :registration")
			.param("registration", registration.value())
			.query(Integer.class)
			.single();
	}

}
